# path: tools/load.py
def load(path):
    def inner(a): ...

    return path
