import os

from dynaconf import Dynaconf


def log(settings: Dynaconf):
    return settings.get("LOG", default=os.getenv("APP_LOG"))
