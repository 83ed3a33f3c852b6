from enum import Enum

from app import base
from app.base import Base, Modern, Plain, Schema
from app.db import db


class AgentSchema(Schema): ...


class Agent(AgentSchema): ...


class Store(Base): ...


class Provider(Modern): ...


class Client(db.Model): ...


class Engine(base.Schema): ...


class Kind(str, Enum): ...


class Worker(Kind): ...


class Service(Plain): ...


class Loop(Circle): ...


class Circle(Loop): ...
