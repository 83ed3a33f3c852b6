import abc
import abc as _abc
import builtins
from abc import abstractmethod, abstractstaticmethod


class Users:
    @staticmethod
    def normalized(name) -> str:  # finding: QK101
        return name

    @staticmethod
    def typed(name: str) -> str:
        return name

    @staticmethod
    def nothing() -> None: ...

    @builtins.staticmethod
    def dotted(name) -> str:  # finding: QK101
        return name

    @staticmethod
    @abstractmethod
    def stacked(name) -> str:  # finding: QK101
        ...

    @abstractmethod
    def not_static(self) -> str: ...

    @abc.abstractstaticmethod
    def old_way(name) -> str:  # finding: QK101
        ...

    @_abc.abstractstaticmethod
    def old_way_renamed(name) -> str:  # finding: QK101
        ...

    @abstractstaticmethod
    def old_way_imported(name) -> str:  # finding: QK101
        ...

    @abc.abstractclassmethod
    def old_class_way(cls) -> str: ...
