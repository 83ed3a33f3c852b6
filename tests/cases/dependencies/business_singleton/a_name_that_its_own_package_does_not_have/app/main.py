from app.services import PaymentService, generated
from app.services.generated import OrderService

order_service = OrderService()  # finding: QK201
user_service = generated.UserService()  # finding: QK201
absent = PaymentService()
absent_service = PaymentService.create()
