# path: app/migrations/0002_more.py
def load(path):
    def inner(a): ...

    return path
