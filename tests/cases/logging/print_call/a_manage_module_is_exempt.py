# path: manage.py
def load() -> None:
    print("x")
