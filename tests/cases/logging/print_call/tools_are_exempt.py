# path: tools/load.py
def load() -> None:
    print("x")
