import asyncio
from concurrent import futures


class OrderError(Exception):
    """An own class may derive from it."""


def own() -> None:
    raise OrderError("broken")


def builtin() -> None:
    raise ValueError("broken")


def other() -> None:
    raise asyncio.TimeoutError


def chosen(is_known: bool) -> None:
    kind = OrderError if is_known else ValueError
    raise kind("broken")


def given(error: Exception) -> None:
    raise error


def called(future: futures.Future) -> None:
    raise future.exception()


def one_of_two(is_known: bool) -> None:
    error = Exception("broken")
    if is_known:
        error = OrderError("broken")
    raise error


def handed_on(future: asyncio.Future) -> None:
    future.set_exception(Exception("broken"))
