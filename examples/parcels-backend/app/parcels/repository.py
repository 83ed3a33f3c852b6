"""Where parcels are kept: in the memory of this process."""

import asyncio

from app.core import ConflictError, NotFoundError
from app.parcels.schemas import Parcel


class ParcelRepository:
    """Parcels by their number; those who change one wait for each other."""

    def __init__(self) -> None:
        self._parcels: dict[str, Parcel] = {}
        self._lock = asyncio.Lock()

    async def add(self, parcel: Parcel) -> None:
        """Keep a new parcel; its number must be new."""
        async with self._lock:
            if parcel.number in self._parcels:
                raise ConflictError("the number is taken", {"number": parcel.number})
            self._parcels[parcel.number] = parcel

    async def replace(self, parcel: Parcel) -> None:
        """Keep a parcel in place of the one with its number."""
        async with self._lock:
            self._parcels[parcel.number] = parcel

    async def has(self, number: str) -> bool:
        """Whether there is a parcel of this number."""
        return number in self._parcels

    async def get(self, number: str) -> Parcel:
        """The parcel of a number."""
        try:
            return self._parcels[number]
        except KeyError as error:
            raise NotFoundError("there is no such parcel", {"number": number}) from error

    async def under_way(self) -> list[Parcel]:
        """All parcels of which there will be news."""
        return [parcel for parcel in self._parcels.values() if parcel.is_under_way]
