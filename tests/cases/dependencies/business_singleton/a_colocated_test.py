# path: app/services/test_users.py
from app.services.users import UserService

user_service = UserService()
