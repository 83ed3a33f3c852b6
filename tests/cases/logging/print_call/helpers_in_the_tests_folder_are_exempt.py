# path: tests/unit/helpers.py
def load() -> None:
    print("x")
