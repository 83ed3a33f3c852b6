# path: app/bases.py
import json
import logging
import threading
from abc import ABC
from logging.handlers import RotatingFileHandler
from typing import Generic, Protocol, TypeVar

import httpx
from dependency_injector import containers
from dishka import Provider
from fastapi.security import HTTPBearer
from starlette.middleware.base import BaseHTTPMiddleware


class JsonHandler(logging.Handler): ...


class FileHandler(RotatingFileHandler): ...


class SecretHandler(logging.Filter): ...


class JsonStore(json.JSONEncoder): ...


class RequestStore(threading.local): ...


class JWTHandler(HTTPBearer): ...


class AccessManager(BaseHTTPMiddleware): ...


class AppProvider(Provider): ...


class ServiceRegistry(containers.DeclarativeContainer): ...


class SpecialHandler(JsonHandler): ...


json_handler = JsonHandler()
file_handler = FileHandler("x")
secret_handler = SecretHandler()
json_store = JsonStore()
request_store = RequestStore()
jwt_handler = JWTHandler()
access_manager = AccessManager(None)
app_provider = AppProvider()
service_registry = ServiceRegistry()
special_handler = SpecialHandler()


T = TypeVar("T")


class BaseService(ABC): ...


class Sender(Protocol): ...


class UserService(BaseService): ...


class MailSender(Sender): ...


class Repository(Generic[T]): ...


class ApiClient(httpx.AsyncClient): ...


class EventHandler(object): ...


user_service = UserService()  # finding: QK201
mail_sender = MailSender()  # finding: QK201
repository = Repository[int]()  # finding: QK201
api_client = ApiClient()  # finding: QK201
event_handler = EventHandler()  # finding: QK201
