import os
from pydantic_settings import BaseSettings

first = second
second = first
grown = "A"
grown = grown + grown
grown = grown + grown
grown = grown + grown


class Loop(Loop):
    field: str


class Left(Right):
    left: str


class Right(Left):
    right: str


class Settings(BaseSettings, *bases, **options):
    model_config = {**unknown_config}
    field: str
    field.attribute: int
    [first, second] = 1, 2


def recursive(name, *args, **kwargs):
    recursive(name, *args)
    recursive(name + "X")
    return os.environ.get(*args), os.getenv(**kwargs), os.getenv(), os.environ[name], os.environ[1:2]


A = os.environ[first], os.environ[grown], os.environ[...], os.environ[""], os.environ["A B"], os.environ[lambda: 1]
B = os.environ[A[0]], os.environ[{}[0]], os.environ[()[0]], os.environ[{"a": "DOCUMENTED"}["b"]]
C = [os.environ[x] for x in x], [os.environ[y] for y in 5]
D = recursive("ODD")  # finding: QK501
