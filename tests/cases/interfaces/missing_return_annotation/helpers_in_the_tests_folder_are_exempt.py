# path: tests/unit/helpers.py
def load():
    def inner(): ...

    return inner
