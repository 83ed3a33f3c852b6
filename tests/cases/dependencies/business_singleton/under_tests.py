# path: tests/services/fakes.py
class UserService: ...


user_service = UserService()
