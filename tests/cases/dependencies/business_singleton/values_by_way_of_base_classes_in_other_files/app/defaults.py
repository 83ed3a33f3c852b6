from app.models import Agent, Circle, Client, Engine, Provider, Service, Store, Worker

DEFAULT_AGENT = Agent()
DEFAULT_STORE = Store()
default_provider = Provider()
client = Client()
engine = Engine()
worker = Worker("x")
service = Service()  # finding: QK201
circle_service = Circle()  # finding: QK201
