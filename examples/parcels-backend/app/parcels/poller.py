"""Asks for news of all parcels under way, again and again."""

import asyncio
import logging

from app.core import AppError
from app.parcels.service import ParcelService

logger = logging.getLogger(__name__)


class StatusPoller:
    """Refreshes parcels, with a pause between the rounds."""

    def __init__(self, service: ParcelService, pause_seconds: float) -> None:
        self._service = service
        self._pause_seconds = pause_seconds

    async def run_forever(self) -> None:
        """Go round until the task is cancelled."""
        while True:
            await self.go_round()
            await asyncio.sleep(self._pause_seconds)

    async def go_round(self) -> int:
        """Refresh every parcel under way; how many could be."""
        refreshed = 0
        for number in await self._service.under_way():
            try:
                await self._service.refresh(number)
            except AppError as error:
                logger.warning("no news", extra={"number": number, "code": error.code})
            else:
                refreshed += 1
        logger.debug("round done", extra={"refreshed": refreshed})
        return refreshed
