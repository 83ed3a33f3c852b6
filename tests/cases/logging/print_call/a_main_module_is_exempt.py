# path: app/__main__.py
def load() -> None:
    print("x")
