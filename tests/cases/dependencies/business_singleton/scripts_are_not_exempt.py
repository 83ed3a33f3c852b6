# path: scripts/seed.py
class UserService: ...


user_service = UserService()  # finding: QK201
