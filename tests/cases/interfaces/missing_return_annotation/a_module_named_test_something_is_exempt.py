# path: app/users/test_service.py
def load():
    def inner(): ...

    return inner
