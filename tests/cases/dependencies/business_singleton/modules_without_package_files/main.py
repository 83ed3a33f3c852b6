from services.users import UserService
from services import users

user_service = UserService()  # finding: QK201
again = users.UserService()  # finding: QK201
