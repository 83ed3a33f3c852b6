"""Talks to the payment provider."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import datetime, timedelta
from typing import NamedTuple

import httpx

from app.core.config import Settings
from app.core.errors import PaymentProviderError
from app.models.base import utc_now

logger = logging.getLogger(__name__)

BACKOFF_SECONDS = 0.2


class PaymentLink(NamedTuple):
    """A page where one invoice can be paid."""

    url: str
    expires_at: datetime | None = None

    def describe_expiry(self) -> str:
        """The time after which the page no longer takes money."""
        return self.expires_at.isoformat(timespec="minutes")


class PaymentGateway:
    """Creates payment pages at the provider."""

    def __init__(self, base_url: str, api_key: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._api_key = api_key

    @classmethod
    def from_settings(cls, settings: Settings) -> PaymentGateway:
        """The gateway that the settings describe."""
        return cls(settings.payment_base_url, settings.payment_api_key.get_secret_value())

    def create_link(self, invoice_number: str, amount_cents: int) -> PaymentLink:
        """Ask the provider for a payment page.

        Raises:
            PaymentProviderError: The provider did not answer, or refused.
        """
        expires_at = utc_now() + timedelta(minutes=20)
        answer = self._post(
            "/v1/links",
            {
                "merchant_reference": invoice_number,
                "amount": {"value": amount_cents, "currency": "EUR"},
                "expires_at": expires_at.isoformat(),
            },
        )
        return PaymentLink(str(answer["url"]), expires_at)

    def _post(self, path: str, body: dict[str, object]) -> dict[str, object]:
        headers = {"Authorization": f"Bearer {self._api_key}"}
        for attempt in range(3):
            try:
                response = httpx.post(self._base_url + path, json=body, headers=headers, timeout=30)
                response.raise_for_status()
                return dict(response.json())
            except httpx.HTTPError as error:
                logger.warning(
                    "payment provider failed", extra={"attempt": attempt, "error": str(error)}
                )
                time.sleep(BACKOFF_SECONDS * attempt)
        print("payment provider gave up on", body["merchant_reference"], file=sys.stderr)
        raise PaymentProviderError("the payment provider does not answer")
        return {}
