"""The application: ``uvicorn app.main:app``."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.api.v1.router import api_router
from app.core.config import get_settings
from app.core.database import engine
from app.core.errors import AppError
from app.core.log import configure_logging
from app.models.base import Base

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Set up logging and the tables; give the connections back at the end."""
    configure_logging(get_settings().log_level)
    Base.metadata.create_all(engine)
    logger.info("started", extra={"title": app.title})
    yield
    engine.dispose()


def create_app() -> FastAPI:
    """Put the application together."""
    app = FastAPI(title=get_settings().company_name, lifespan=lifespan)
    app.include_router(api_router)

    @app.get("/health", tags=["health"])
    def health() -> dict[str, str]:
        """Say that the process is alive."""
        return {"status": "ok"}

    @app.exception_handler(AppError)
    async def answer_app_error(request: Request, error: AppError):
        logger.info("request refused", extra={"path": request.url.path, "code": error.code})
        return JSONResponse({"code": error.code, "detail": error.message}, error.status_code)

    return app


app = create_app()
