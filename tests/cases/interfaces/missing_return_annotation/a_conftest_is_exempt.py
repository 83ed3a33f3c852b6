# path: app/conftest.py
def load():
    def inner(): ...

    return inner
