from app import services
from app.services import BuildService, MailProvider, Mailer, UserClient, Users, UserService, orders

a = Users()  # finding: QK201
b = UserService()  # finding: QK201
client = UserClient()
provider = MailProvider("x")
mail_client = Mailer()  # finding: QK201
service = BuildService()
c = orders.OrderService.create()  # finding: QK201
d = services.orders.OrderService()  # finding: QK201
e = services.Users()  # finding: QK201
order_service = orders.OrderService.count()
