from typing import Protocol


class Port(Protocol):
    def get(self): ...


def later():
    """Not yet."""
    raise NotImplementedError
