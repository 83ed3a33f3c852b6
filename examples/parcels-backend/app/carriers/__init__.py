"""The carrier that brings our parcels."""

from app.carriers.client import CarrierClient
from app.carriers.config import CarrierConfig
from app.carriers.schemas import Booking, CarrierState

__all__ = ["Booking", "CarrierClient", "CarrierConfig", "CarrierState"]
