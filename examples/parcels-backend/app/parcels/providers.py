"""What routes about parcels depend on."""

from typing import Annotated

from fastapi import Depends, Request

from app.parcels.service import ParcelService


def get_parcel_service(request: Request) -> ParcelService:
    """The service that the application was started with."""
    service: ParcelService = request.app.state.parcel_service
    return service


Parcels = Annotated[ParcelService, Depends(get_parcel_service)]
