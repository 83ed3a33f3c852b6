# path: app/cli/users.py
def load() -> None:
    print("x")
