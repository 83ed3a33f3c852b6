# path: app/services/places.py
from functools import lru_cache
from typing import TYPE_CHECKING

from app.services.users import UserService


class Facade:
    service = UserService()

    def __init__(self) -> None:
        local = UserService()
        self.user_service = local


def build() -> UserService:
    service = UserService()
    return service


@lru_cache
def get_user_service() -> UserService:
    return UserService()


_lazy: UserService | None = None


def lazily() -> UserService:
    global _lazy
    if _lazy is None:
        _lazy = UserService()
    return _lazy


make = lambda: (made := UserService())  # noqa: E731
every = [service for service in (UserService(),)]

if TYPE_CHECKING:
    never_run = UserService()

if __name__ == "__main__":
    user_service = UserService()
    for _ in range(3):
        inner_service = UserService()
    print(shown_service := UserService())
else:
    imported_service = UserService()  # finding: QK201

if "__main__" == __name__ and lazily():
    user_service = UserService()

if __name__ != "__main__":
    imported_service = UserService()  # finding: QK201

if __name__ == "__mp_main__":
    forked_service = UserService()  # finding: QK201
