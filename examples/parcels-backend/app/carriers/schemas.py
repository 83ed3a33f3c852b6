"""What the carrier says."""

from enum import StrEnum

from pydantic import BaseModel, Field


class CarrierState(StrEnum):
    """Where a parcel is, in the carrier's words."""

    BOOKED = "booked"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    LOST = "lost"


class Booking(BaseModel):
    """A parcel that the carrier has accepted."""

    reference: str = Field(min_length=1)
    state: CarrierState = CarrierState.BOOKED
    label: str
