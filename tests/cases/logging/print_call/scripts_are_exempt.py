# path: scripts/load.py
def load() -> None:
    print("x")
