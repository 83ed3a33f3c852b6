# path: tools/load.py
def load():
    def inner(): ...

    return inner
