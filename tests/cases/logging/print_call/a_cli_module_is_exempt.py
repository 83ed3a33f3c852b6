# path: app/cli.py
def load() -> None:
    print("x")
