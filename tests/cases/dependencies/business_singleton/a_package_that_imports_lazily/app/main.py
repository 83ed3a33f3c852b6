from app.helpers import AbsentService
from app.services import OrderService, UserService

a = UserService()  # finding: QK201
b = OrderService()  # finding: QK201
c = AbsentService()
