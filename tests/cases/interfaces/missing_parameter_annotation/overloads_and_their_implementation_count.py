from typing import overload


@overload
def load(key: int) -> int: ...
@overload
def load(key) -> str: ...  # finding: QK101
def load(key) -> int | str:  # finding: QK101
    return key


@overload
def save(key: int) -> int: ...
@overload
def save(key: str) -> str: ...
def save(key: int | str) -> int | str:
    return key


class Store:
    @overload
    def get(self, key: int) -> int: ...
    @overload
    def get(self, key: str) -> str: ...
    def get(self, key) -> int | str:  # finding: QK101
        return key
