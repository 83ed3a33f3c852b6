# path: app/users/test_service.py
def load() -> None:
    print("x")
