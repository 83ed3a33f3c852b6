from app.errors import Exception
from app.errors import Failure as BaseException


def imported() -> None:
    raise Exception("broken")


def renamed() -> None:
    raise BaseException("broken")
