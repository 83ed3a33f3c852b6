from abc import ABC, abstractmethod
from functools import cached_property
from typing import Protocol, overload


class Users:
    def get(self):  # finding: QK102
        return 1

    def get_typed(self) -> int:
        return 1

    @property
    def size(self):  # finding: QK102
        return 1

    @size.setter
    def size(self, value: int):  # finding: QK102
        ...

    @cached_property
    def total(self) -> int:
        return 1

    @staticmethod
    def normalized(name: str):  # finding: QK102
        return name

    @staticmethod
    def normalized_typed(name: str) -> str:
        return name

    @classmethod
    def empty(cls):  # finding: QK102
        return cls()

    @classmethod
    def empty_typed(cls) -> "Users":
        return cls()

    def __len__(self):  # finding: QK102
        return 1

    def __bool__(self) -> bool:
        return True

    def __new__(cls, limit: int):  # finding: QK102
        return super().__new__(cls)

    def __init_subclass__(cls, limit: int):  # finding: QK102
        ...

    def __post_init__(self):  # finding: QK102
        ...

    async def __aenter__(self):  # finding: QK102
        return self

    async def __aexit__(self, *error: object) -> None: ...


class Reader(Protocol):
    def read(self): ...  # finding: QK102

    def close(self) -> None: ...


class Writer(ABC):
    @abstractmethod
    def write(self):  # finding: QK102
        """Write."""

    @abstractmethod
    def flush(self) -> None:
        """Flush."""


class Store:
    @overload
    def get(self, key: int) -> int: ...
    @overload
    def get(self, key: str): ...  # finding: QK102
    def get(self, key: int | str):  # finding: QK102
        return key

    @overload
    def put(self, key: int) -> int: ...
    @overload
    def put(self, key: str) -> str: ...
    def put(self, key: int | str) -> int | str:
        return key
