from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .users import UserService


def __getattr__(name): ...
