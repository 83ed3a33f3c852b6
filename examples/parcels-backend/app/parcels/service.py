"""What can be done with parcels."""

import logging
from datetime import UTC, datetime
from typing import Protocol

from app.carriers import CarrierClient
from app.core import ConflictError
from app.parcels.labels import LabelArchive
from app.parcels.repository import ParcelRepository
from app.parcels.schemas import NewParcel, Parcel, ParcelNews

logger = logging.getLogger(__name__)


class NewsSink(Protocol):
    """Somebody who wants to know what happens to parcels."""

    async def tell(self, news: ParcelNews) -> None:
        """Take the news."""


class ParcelService:
    """Books parcels and keeps track of them."""

    def __init__(
        self,
        repository: ParcelRepository,
        carrier: CarrierClient,
        labels: LabelArchive,
        sink: NewsSink,
    ) -> None:
        self._repository = repository
        self._carrier = carrier
        self._labels = labels
        self._sink = sink

    async def send(self, order: NewParcel) -> Parcel:
        """Book a parcel; its number must be new."""
        if await self._repository.has(order.number):
            raise ConflictError("the number is taken", {"number": order.number})
        booking = await self._carrier.book(order.address, order.grams)
        parcel = Parcel(
            **order.model_dump(),
            reference=booking.reference,
            state=booking.state,
            changed_at=datetime.now(UTC),
        )
        await self._repository.add(parcel)
        await self._labels.keep(parcel.number, booking.label)
        return parcel

    async def find(self, number: str) -> Parcel:
        """The parcel of a number."""
        return await self._repository.get(number)

    async def label_of(self, number: str) -> str:
        """The label of a parcel, in the printer's language."""
        return await self._labels.read(number)

    async def refresh(self, number: str) -> Parcel:
        """Ask the carrier where a parcel is, and tell if that has changed."""
        parcel = await self._repository.get(number)
        state = await self._carrier.state_of(parcel.reference)
        if state is parcel.state:
            return parcel
        moved = parcel.model_copy(update={"state": state, "changed_at": datetime.now(UTC)})
        await self._repository.replace(moved)
        logger.info("parcel moved", extra={"number": number, "state": state.value})
        await self._sink.tell(ParcelNews(number=number, state=state, at=moved.changed_at))
        return moved

    async def under_way(self) -> list[str]:
        """The numbers of the parcels of which there will be news."""
        return [parcel.number for parcel in await self._repository.under_way()]
