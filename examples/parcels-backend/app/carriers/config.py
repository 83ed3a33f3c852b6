"""The configuration of the carrier's client."""

from dataclasses import dataclass

from app.core import RetryPolicy, Settings


@dataclass(frozen=True)
class CarrierConfig:
    """Where the carrier answers, with which key, and how patient we are (seconds)."""

    base_url: str
    api_key: str
    timeout: float = 5.0
    retry: RetryPolicy = RetryPolicy()

    @classmethod
    def from_settings(cls, settings: Settings) -> "CarrierConfig":
        """The part of the settings that is about the carrier."""
        retry = RetryPolicy(attempts=settings.retry_attempts, backoff=settings.retry_backoff)
        return cls(
            base_url=settings.carrier_url,
            api_key=settings.carrier_api_key.get_secret_value(),
            timeout=settings.carrier_timeout_seconds,
            retry=retry,
        )
