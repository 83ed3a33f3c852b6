from collections.abc import Callable
from functools import wraps


def outer() -> None:
    def inner(a) -> None: ...  # finding: QK101

    def typed(a: int) -> None: ...

    async def later(a) -> None: ...  # finding: QK101

    if outer:

        def deeper(a) -> None: ...  # finding: QK101


def decorate(function: Callable[..., int]) -> Callable[..., int]:
    @wraps(function)
    def wrapper(*args, **kwargs) -> int:  # finding: QK101
        return function(*args, **kwargs)

    return wrapper


def decorate_method(function: Callable[..., int]) -> Callable[..., int]:
    def wrapper(self, limit: int) -> int:  # finding: QK101
        return function(self, limit)

    return wrapper


def decorate_typed(function: Callable[..., int]) -> Callable[..., int]:
    def wrapper(self: object, *args: object, **kwargs: object) -> int:
        return function(self, *args, **kwargs)

    return wrapper


class Holder:
    def method(self) -> None:
        def helper(self) -> None: ...  # finding: QK101

        def static_helper() -> None: ...
