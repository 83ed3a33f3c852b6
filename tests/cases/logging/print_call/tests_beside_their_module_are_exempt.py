# path: tests_users/test_service.py
def load() -> None:
    print("x")
