# path: app/migrations/0002_more.py
def load():
    def inner(): ...

    return inner
