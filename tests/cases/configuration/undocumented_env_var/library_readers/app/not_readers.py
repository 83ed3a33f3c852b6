from collections.abc import Callable

from app.configuration import Config


def config(name: str) -> str:
    return name


def build(env: Callable[[str], str]) -> list[str]:
    return [env("PARAMETER"), config("OWN_FUNCTION"), Config("OWN_CLASS")("OWN_OBJECT")]
