"""The client of the carrier's HTTP interface."""

import logging
from collections.abc import Mapping
from functools import partial
from typing import Any

import httpx

from app.carriers.config import CarrierConfig
from app.carriers.schemas import Booking, CarrierState
from app.core import UpstreamError, get_circuit_breaker, with_retry

logger = logging.getLogger(__name__)

BOOKINGS_PATH = "/v1/bookings"


class CarrierClient:
    """Books parcels and asks where they are."""

    def __init__(self, http: httpx.AsyncClient, config: CarrierConfig) -> None:
        self._http = http
        self._config = config
        self._breaker = get_circuit_breaker("carrier")

    async def book(self, address: str, grams: int) -> Booking:
        """Hand a parcel over to the carrier."""
        order = {"address": address, "weight": grams}
        booking = Booking.model_validate(await self._call("POST", BOOKINGS_PATH, order))
        logger.info("parcel booked", extra={"reference": booking.reference, "grams": grams})
        return booking

    async def state_of(self, reference: str) -> CarrierState:
        """Where a parcel is now."""
        answer = await self._call("GET", f"{BOOKINGS_PATH}/{reference}")
        try:
            return CarrierState(answer["state"])
        except (KeyError, ValueError) as error:
            raise UpstreamError("the carrier speaks of an unknown state", answer) from error

    async def _call(
        self, method: str, path: str, body: Mapping[str, object] | None = None
    ) -> dict[str, Any]:
        self._breaker.check()
        try:
            answer = await with_retry(
                partial(self._send, method, path, body),
                self._config.retry,
                (httpx.TransportError,),
            )
        except httpx.HTTPError as error:
            self._breaker.failed()
            raise UpstreamError("the carrier failed", {"path": path}) from error
        self._breaker.succeeded()
        return answer

    async def _send(
        self, method: str, path: str, body: Mapping[str, object] | None
    ) -> dict[str, Any]:
        response = await self._http.request(
            method,
            f"{self._config.base_url}{path}",
            json=body,
            headers={"Authorization": f"Bearer {self._config.api_key}"},
            timeout=self._config.timeout,
        )
        response.raise_for_status()
        content: dict[str, Any] = response.json()
        logger.debug("carrier answered", extra={"path": path, "size": len(response.content)})
        return content
