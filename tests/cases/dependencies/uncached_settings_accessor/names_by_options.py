# options: {"accessors": ["current"], "bases": ["environ.Config"]}
import environ
from pydantic_settings import BaseSettings


class Config(environ.Config): ...


class Settings(BaseSettings): ...


def current():  # finding: QK205
    return Config()


def get_config():
    return Config()


def get_settings():
    return Settings()
