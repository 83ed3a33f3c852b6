# path: app/making.py
from __future__ import annotations

from typing import Generic, Optional, Self, TypeVar

T = TypeVar("T")


class Repository(Generic[T]):
    def __init__(self) -> None: ...

    @classmethod
    def create(cls) -> Repository[T]: ...

    @classmethod
    def quoted(cls) -> "Repository": ...

    @classmethod
    def optional(cls) -> Optional[Repository[T]]: ...

    @classmethod
    def union(cls) -> "Repository | None": ...

    @classmethod
    def own(cls) -> Self: ...

    @classmethod
    def undeclared(cls):
        if not cls.instance:
            cls.instance = cls()
        return cls.instance

    @staticmethod
    def static():
        return Repository()

    @classmethod
    def typed(cls: type[T]) -> T:
        return cls()

    def configured(self):
        return self

    def fluent(self) -> Self: ...

    @classmethod
    def count(cls) -> int: ...

    @classmethod
    def all(cls) -> list[Repository[T]]: ...

    @classmethod
    def undeclared_list(cls):
        return [cls() for _ in range(3)]

    @classmethod
    def undeclared_nothing(cls):
        cls.seen = True

    @classmethod
    async def later(cls) -> Repository[T]: ...

    def size(self): ...

    @property
    def itself(self) -> Self:
        return self

    class Manager: ...


r01 = Repository()  # finding: QK201
r02 = Repository[int]()  # finding: QK201
r03 = Repository.create()  # finding: QK201
r04 = Repository[int].create()  # finding: QK201
r05 = Repository.quoted()  # finding: QK201
r06 = Repository.optional()  # finding: QK201
r07 = Repository.union()  # finding: QK201
r08 = Repository.own()  # finding: QK201
r09 = Repository.undeclared()  # finding: QK201
r10 = Repository.static()  # finding: QK201
r11 = Repository.typed()  # finding: QK201
r12 = Repository().configured()  # finding: QK201
r13 = Repository().fluent().configured()  # finding: QK201
r14 = Repository.create().configured()  # finding: QK201
r15 = Repository.Manager()  # finding: QK201

s1 = Repository.count()
s2 = Repository.all()
s3 = Repository.undeclared_list()
s4 = Repository.undeclared_nothing()
s5 = Repository.later()
s6 = Repository().size()
s7 = Repository().itself
s8 = Repository.unknown()
s9 = Repository().configured().size()
s10 = Repository.objects.create()
s11 = Repository.create
