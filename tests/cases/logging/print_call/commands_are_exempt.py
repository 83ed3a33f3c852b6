# path: app/users/management/commands/load.py
def load() -> None:
    print("x")
