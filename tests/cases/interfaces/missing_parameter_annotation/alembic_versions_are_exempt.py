# path: alembic/versions/0001_init.py
def load(path):
    def inner(a): ...

    return path
