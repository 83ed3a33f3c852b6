from app.broken import Helper, UserService
from app.generated import OrderService, make_service
from app.broken import models
from .missing import PaymentGateway
from ..far.away import MailSender

a = UserService()  # finding: QK201
b = OrderService()  # finding: QK201
c = PaymentGateway()  # finding: QK201
d = MailSender()  # finding: QK201
helper_service = Helper()  # finding: QK201
e = OrderService.from_settings()  # finding: QK201
f = OrderService().configured()  # finding: QK201
helper = Helper()
user_service = make_service()
service_count = OrderService.count()
order_service = OrderService.objects.get()
order_client = OrderService.registry
