# path: bin/load.py
def load():
    def inner(): ...

    return inner
