from fastapi import Depends
from openai import AsyncOpenAI

from app import parts
from app.parts import (
    HttpClient,
    MailClient,
    MemberManager,
    NullClient,
    OrderRepository,
    OrderStore,
    ProviderManager,
    get_mail_client,
)


class OrderService:
    def __init__(self, session, key):
        self.repository = OrderRepository(session)  # finding: QK203
        self.mail: MailClient = parts.MailClient()  # finding: QK203
        self.part = MailClient(self)
        self.sdk = AsyncOpenAI(api_key=key)
        self.http = HttpClient()
        self.store = OrderStore(number=1)
        self.null = NullClient()
        self.accessor = get_mail_client()
        self.again = OrderRepository(session)


class LateService:
    def __init__(self):
        self._client = None

    def client(self):
        if self._client is None:
            self._client = MailClient()  # finding: QK203
        return self._client

    async def repository(self):
        self._repository = await OrderRepository.create()  # finding: QK203


class InjectedService:
    def __init__(self, repository=None, client=None, mail=None, other=None):
        self.repository = repository or OrderRepository()
        self.client = client if client is not None else MailClient()
        if mail is None:
            mail = MailClient()
        self.mail = mail
        if other:
            self.other = other
        else:
            self.other = MailClient()


class UsingService:
    def __init__(self, session):
        self.session = session

    def find(self, number):
        return OrderRepository(self.session).find(number)  # finding: QK203

    def send(self, text):
        client = MailClient()  # finding: QK203
        client.send(text)

    def of_one_call(self, number):
        with MailClient() as client:
            client.send(number)
        return MailClient

    def for_a_tenant(self, tenant):
        return MailClient(tenant).send()


class MakingService:
    def for_a_tenant(self, tenant):
        client = MailClient(tenant)
        return client

    def made(self):
        return MailClient()


class ShopClient:
    def __init__(self, key):
        self.mail = MailClient(key)
        self.orders = OrderRepository(key)  # finding: QK203


class ManagerOrGuestService:
    def __init__(self):
        self.manager = MemberManager()
        self.provider = ProviderManager()  # finding: QK203


def members(user=Depends(MemberManager()), provider=Depends(ProviderManager)): ...


class Report:
    def lines(self):
        return OrderRepository(self.session).all()


class GitTool:
    def __init__(self, project, settings, database):
        password = project.get_credentials()["password"]
        self.mail = MailClient(project.path, encoding="utf-8")
        self.other = OrderRepository(password or settings.password)
        self.locks = ProviderManager(settings.url, database.session)


class GitService:
    def __init__(self, settings, database):
        self.provider = ProviderManager(settings.url, database.session)  # finding: QK203


class HgTool:
    def __init__(self, repository):
        self.mail = MailClient(path=repository.path)


class TokenService:
    def __init__(self, project, settings):
        self.mail = MailClient(project)  # finding: QK203
        self.settings = settings

    def open(self, number):
        self.repository = OrderRepository(number)

    def connect(self, session):
        url = self.settings.url
        self.manager = ProviderManager(session, url)  # finding: QK203

    def copy(self, order):
        repository = OrderRepository(self.settings)
        repository.number = order.number
        return repository.save()


class FieldService:
    mail = Instance(MailClient)
    repository: OrderRepository = Field(default=None)
    plain = None

    @default("manager")
    def make_manager(self):
        manager = ProviderManager()
        return manager

    def changed(self):
        self.mail = MailClient()
        self.repository = OrderRepository()
        self.plain = ProviderManager()  # finding: QK203


class ReadingService:
    def __init__(self):
        self.mail = MailClient.get_shared_client()
        self.repository = OrderRepository.instance()


class Declared(Base):
    mail: MailClient | None = None
    _repository: OrderRepository | None = None

    def connect(self):
        self.mail = MailClient()
        self._repository = OrderRepository()  # finding: QK203


class MailWrapperClient2:
    def __init__(self, key):
        self.mail = MailClient(key)
