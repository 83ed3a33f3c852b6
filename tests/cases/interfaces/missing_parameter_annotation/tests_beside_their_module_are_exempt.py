# path: tests_users/test_service.py
def load(path):
    def inner(a): ...

    return path
