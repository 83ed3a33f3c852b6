"""The routes about parcels."""

from fastapi import APIRouter, status
from fastapi.responses import PlainTextResponse

from app.parcels.providers import Parcels
from app.parcels.schemas import NewParcel, Parcel

router = APIRouter(prefix="/parcels", tags=["parcels"])


@router.post("", status_code=status.HTTP_201_CREATED)
async def send_parcel(order: NewParcel, parcels: Parcels) -> Parcel:
    """Have a parcel sent."""
    return await parcels.send(order)


@router.get("/{number}")
async def read_parcel(number: str, parcels: Parcels) -> Parcel:
    """A parcel, as we know it."""
    return await parcels.find(number)


@router.get("/{number}/label", response_class=PlainTextResponse)
async def read_label(number: str, parcels: Parcels) -> str:
    """The label of a parcel."""
    return await parcels.label_of(number)


@router.post("/{number}/refresh")
async def refresh_parcel(number: str, parcels: Parcels) -> Parcel:
    """A parcel, as the carrier knows it."""
    return await parcels.refresh(number)
