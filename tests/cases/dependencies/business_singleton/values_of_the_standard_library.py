# path: app/values.py
import dataclasses
import enum
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple, TypedDict


class Provider(Enum):
    AWS = 1


class Store(StrEnum):
    LOCAL = "local"


class Manager(enum.IntFlag):
    ONE = 1


@dataclass
class OrderService:
    name: str


@dataclasses.dataclass(frozen=True)
class Client:
    name: str


class Agent(NamedTuple):
    name: str


class Gateway(TypedDict):
    name: str


class Engine(namedtuple("Engine", "name")): ...


class ServiceHandler(Exception): ...


class ClientManager(ValueError): ...


class TokenStore(str): ...


class Service(dict): ...


provider = Provider(1)
store = Store("local")
manager = Manager(1)
order_service = OrderService("x")
client = Client("x")
agent = Agent("x")
gateway = Gateway(name="x")
engine = Engine("x")
error_handler = ServiceHandler()
client_manager = ClientManager()
token_store = TokenStore("x")
service = Service()  # finding: QK201
