# path: tests_users/test_service.py
def load():
    def inner(): ...

    return inner
