"""Circuit breakers: a service that keeps failing is left in peace for a while."""

import logging
import time
from collections.abc import Callable
from functools import lru_cache

from app.core.errors import UpstreamError

logger = logging.getLogger(__name__)

MAX_FAILURES = 5
REST_SECONDS = 30.0


class CircuitBreaker:
    """Counts the failures of one service in a row; opens at a limit, and closes after a rest."""

    def __init__(
        self,
        name: str,
        max_failures: int = MAX_FAILURES,
        rest_seconds: float = REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.max_failures = max_failures
        self.rest_seconds = rest_seconds
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether calls are refused at the moment."""
        if self._opened_at is None:
            return False
        return self._clock() - self._opened_at < self.rest_seconds

    def check(self) -> None:
        """Raise if calls are refused."""
        if self.is_open:
            raise UpstreamError("the service is resting", {"service": self.name})

    def succeeded(self) -> None:
        """Forget the failures."""
        self._failures = 0
        self._opened_at = None

    def failed(self) -> None:
        """Count a failure."""
        self._failures += 1
        if self._failures >= self.max_failures:
            self._opened_at = self._clock()
            logger.error("circuit opened", extra={"service": self.name, "failures": self._failures})


@lru_cache
def get_circuit_breaker(name: str) -> CircuitBreaker:
    """The breaker of a service, the same one for all who ask."""
    return CircuitBreaker(name)
