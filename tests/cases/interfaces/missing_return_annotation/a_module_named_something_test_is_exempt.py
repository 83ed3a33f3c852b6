# path: app/users/service_test.py
def load():
    def inner(): ...

    return inner
