# path: app/main.py
def load() -> None:
    print("x")  # finding: QK401
