# path: app/conftest.py
def load() -> None:
    print("x")
