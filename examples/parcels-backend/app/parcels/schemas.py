"""Parcels, as clients send and see them."""

from datetime import datetime

from pydantic import BaseModel, Field

from app.carriers import CarrierState


class NewParcel(BaseModel):
    """What a client says to have a parcel sent."""

    number: str = Field(pattern=r"^[A-Z0-9-]{3,20}$")
    address: str = Field(min_length=5, max_length=300)
    grams: int = Field(gt=0, le=30_000)


class Parcel(NewParcel):
    """A parcel that the carrier has."""

    reference: str
    state: CarrierState
    changed_at: datetime

    @property
    def is_under_way(self) -> bool:
        """Whether there will be news of it."""
        return self.state in (CarrierState.BOOKED, CarrierState.IN_TRANSIT)


class ParcelNews(BaseModel):
    """What happened to a parcel."""

    number: str
    state: CarrierState
    at: datetime
