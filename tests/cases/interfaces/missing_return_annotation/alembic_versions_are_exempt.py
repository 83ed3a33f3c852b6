# path: alembic/versions/0001_init.py
def load():
    def inner(): ...

    return inner
