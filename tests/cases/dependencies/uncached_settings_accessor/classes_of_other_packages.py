from pydantic_settings import BaseSettings
from shared.config import Settings
from .missing import OwnSettings


def get_settings():
    return Settings()


def get_own_settings():
    return OwnSettings()


def get_values():
    return dict()
