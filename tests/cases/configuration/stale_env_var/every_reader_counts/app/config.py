import os

from decouple import config
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_nested_delimiter="__")

    database_url: str
    mail: dict[str, str] = {}


PLAIN = os.environ["PLAIN_URL"]
OPTIONAL = os.getenv("OPTIONAL_URL")
DECOUPLED = config("DECOUPLED_URL")
EACH = [os.environ[name] for name in ("FIRST_URL", "SECOND_URL")]
