from abc import ABC, abstractmethod
from typing import Protocol


class Reader(Protocol):
    def read(self, size) -> bytes: ...  # finding: QK101

    def close(self) -> None: ...

    def seek(self, offset: int) -> None: ...


class Writer(ABC):
    @abstractmethod
    def write(self, data) -> None:  # finding: QK101
        """Write."""

    @abstractmethod
    def flush(self) -> None:
        """Flush."""

    @abstractmethod
    async def drain(self, timeout: float) -> None:
        raise NotImplementedError
