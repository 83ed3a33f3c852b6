# path: app/users/service_test.py
def load() -> None:
    print("x")
