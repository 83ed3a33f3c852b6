# path: bin/load.py
def load() -> None:
    print("x")
