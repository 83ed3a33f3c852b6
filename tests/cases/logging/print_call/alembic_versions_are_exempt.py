# path: alembic/versions/0001_init.py
def load() -> None:
    print("x")
