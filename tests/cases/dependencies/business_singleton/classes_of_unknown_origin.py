# path: main.py
from legacy_services import *

user_service = UserService()  # finding: QK201
mailer_client = Mailer()  # finding: QK201
order = OrderService.create()  # finding: QK201
billing = BillingService.from_settings().configured()  # finding: QK201
shop = shop_parts.ShopService()  # finding: QK201
orders = OrderService.list_all()
current_service = find_service()
service_limit = SERVICE_LIMIT()
order_service = OrderService.objects.create()
app_client = FastAPI()
order_repository = OrderService().repository
router_provider = APIRouter()
