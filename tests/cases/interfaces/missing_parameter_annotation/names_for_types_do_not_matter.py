from typing import Any


def anything(a: Any, b: "Later", c: object) -> None: ...


def generic[T](a: T, b) -> T:  # finding: QK101
    return a


def generic_typed[T: int = int, **P](a: T, *args: P.args, **kwargs: P.kwargs) -> T:
    return a


def commented(a, b):  # type: (int, str) -> None  # finding: QK101
    ...
