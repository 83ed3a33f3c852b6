# path: app/conftest.py
def load(path):
    def inner(a): ...

    return path
