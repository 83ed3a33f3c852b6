import httpx
from pydantic import BaseModel


class OrderRepository:
    def __init__(self, session=None): ...

    @classmethod
    def create(cls):
        return cls()


class MailClient: ...


class SqlOrderRepository(OrderRepository):
    def __init__(self):
        self.plain = OrderRepository()  # finding: QK203


class HttpClient(httpx.Client): ...


class OrderStore(BaseModel):
    number: int = 0


class NullClient: ...


class MemberManager:
    def __call__(self, user=None): ...


class ProviderManager: ...


def get_mail_client(): ...
