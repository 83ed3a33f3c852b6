from company_lib.models import BaseModel
from company_lib.services import BaseService

from .missing import BaseModel as OwnModel
from .missing import BaseService as OwnService


class Client(BaseModel): ...


class Agent(OwnModel): ...


class UserService(BaseService): ...


class OrderService(OwnService): ...


client = Client()
agent = Agent()
user_service = UserService()  # finding: QK201
order_service = OrderService()  # finding: QK201
from_base = OrderService.create()  # finding: QK201
order_count = OrderService.count()
foreign_maker = UserService.create()
