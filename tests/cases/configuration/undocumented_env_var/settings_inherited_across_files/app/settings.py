from pydantic_settings import SettingsConfigDict

from app.core import BaseConfig
from app.core.base import WithHost
from app.core.names import SHOP_PREFIX
from app.mixins import Tracing


class Settings(BaseConfig):
    database: str  # finding: QK501
    documented: str


class Shop(WithHost):
    model_config = SettingsConfigDict(env_prefix=SHOP_PREFIX)

    color: str  # finding: QK501


class Worker(WithHost):
    model_config = SettingsConfigDict(env_prefix="WORKER_")


class Mixed(Tracing, BaseConfig):
    documented: str


class Whole(BaseConfig):
    shop: Shop
    worker: Worker = Worker()
    name: str = "x"  # finding: QK501


class NotSettings(Tracing):
    unrelated: str
