from collections.abc import Callable
from functools import wraps


def public(): ...  # finding: QK102


def typed() -> None: ...


def _private(): ...  # finding: QK102


def _private_typed() -> int:
    return 1


def with_value(a: int):  # finding: QK102
    return a


async def later():  # finding: QK102
    return 1


async def later_typed() -> int:
    return 1


def generator():  # finding: QK102
    yield 1


def outer() -> None:
    def inner():  # finding: QK102
        return 1

    def inner_typed() -> int:
        return 1

    class Local:
        def get(self):  # finding: QK102
            return 1

        def get_typed(self) -> int:
            return 1


def decorate(function: Callable[..., int]) -> Callable[..., int]:
    @wraps(function)
    def wrapper(*args: object):  # finding: QK102
        return function(*args)

    @wraps(function)
    def typed_wrapper(*args: object) -> int:
        return function(*args)

    return wrapper


def generic[T](a: T):  # finding: QK102
    return a


def generic_typed[T](a: T) -> T:
    return a


double = lambda a: a * 2


def quoted() -> "Later": ...
