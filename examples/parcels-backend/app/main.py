"""The application, put together."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
from fastapi import FastAPI, Request, status
from fastapi.responses import JSONResponse

from app import live
from app.carriers import CarrierClient, CarrierConfig
from app.core import AppError, ConflictError, NotFoundError, Settings, UpstreamError, get_settings
from app.core.log import configure_logging
from app.parcels import ParcelRepository, ParcelService, routes
from app.parcels.labels import LabelArchive
from app.parcels.poller import StatusPoller

logger = logging.getLogger(__name__)

STATUS_OF: dict[type[AppError], int] = {
    NotFoundError: status.HTTP_404_NOT_FOUND,
    ConflictError: status.HTTP_409_CONFLICT,
    UpstreamError: status.HTTP_502_BAD_GATEWAY,
}


async def answer_app_error(request: Request, error: AppError) -> JSONResponse:
    """An error of ours, as the client sees it."""
    logger.warning("request failed", extra={"path": request.url.path, "code": error.code})
    return JSONResponse(
        {"code": error.code, "message": error.message, "details": error.details},
        status_code=STATUS_OF.get(type(error), status.HTTP_500_INTERNAL_SERVER_ERROR),
    )


def build_parcel_service(http: httpx.AsyncClient, settings: Settings) -> ParcelService:
    """The service with all that it works with."""
    carrier = CarrierClient(http, CarrierConfig.from_settings(settings))
    labels = LabelArchive(settings.label_folder)
    return ParcelService(ParcelRepository(), carrier, labels, live.manager)


@asynccontextmanager
async def lifespan(application: FastAPI) -> AsyncIterator[None]:
    """Hold the connections to the carrier and the poller while the application runs."""
    settings = get_settings()
    async with httpx.AsyncClient() as http:
        service = build_parcel_service(http, settings)
        application.state.parcel_service = service
        poller = StatusPoller(service, settings.poll_seconds)
        polling = asyncio.create_task(poller.run_forever())
        yield
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling


def create_app() -> FastAPI:
    """The application; the settings must be there."""
    configure_logging(get_settings().log_level)
    application = FastAPI(title="Parcels", lifespan=lifespan)
    application.add_exception_handler(AppError, answer_app_error)
    application.include_router(routes.router)
    application.include_router(live.router)
    return application
