from dataclasses import dataclass

from app.base import BaseRepository


class OrderService:
    def __init__(self, session=None, repository=None): ...

    @classmethod
    def create(cls):
        return cls()


class OrderRepository(BaseRepository): ...


class CacheHandler: ...


@dataclass
class PriceProvider:
    name: str
