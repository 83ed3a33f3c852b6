# path: app/migrations/0002_more.py
def load() -> None:
    print("x")
