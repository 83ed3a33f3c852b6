# path: app/users/service_test.py
def load(path):
    def inner(a): ...

    return path
