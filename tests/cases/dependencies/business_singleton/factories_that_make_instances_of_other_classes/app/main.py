from app.clients import ClientFactory, Circular

a = ClientFactory.create("x")  # finding: QK201
b = ClientFactory.undeclared()  # finding: QK201
foreign_client = ClientFactory.foreign()
openai_client = ClientFactory.foreign_undeclared()
settings_client = ClientFactory.settings()
client_name = ClientFactory.name()
default_client = ClientFactory.name()
factory_client = ClientFactory()  # finding: QK201
factory = ClientFactory()
c = ClientFactory.circular()
d = ClientFactory.unreadable()
