"""Parcels: booked, followed, delivered."""

from app.parcels.repository import ParcelRepository
from app.parcels.schemas import NewParcel, Parcel, ParcelNews
from app.parcels.service import NewsSink, ParcelService

__all__ = ["NewParcel", "NewsSink", "Parcel", "ParcelNews", "ParcelRepository", "ParcelService"]
