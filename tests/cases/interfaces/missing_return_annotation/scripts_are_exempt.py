# path: scripts/load.py
def load():
    def inner(): ...

    return inner
