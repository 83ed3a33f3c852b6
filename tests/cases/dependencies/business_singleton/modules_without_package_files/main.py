from services import users
from services.users import UserService

user_service = UserService()  # finding: QK201
again = users.UserService()  # finding: QK201
