"""Trying again: a few times, each time after a longer wait."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class RetryPolicy:
    """How often a call is tried, and how long the waits between are, in seconds."""

    attempts: int = 3
    backoff: float = 2.0
    first_wait: float = 0.5

    def wait_after(self, attempt: int) -> float:
        """The wait after an attempt, counted from 1."""
        return self.first_wait * self.backoff ** (attempt - 1)


async def with_retry(
    call: Callable[[], Awaitable[Answer]],
    policy: RetryPolicy,
    errors: tuple[type[Exception], ...],
) -> Answer:
    """The answer of the call; what it raises at the last attempt reaches the caller."""
    for attempt in range(1, policy.attempts):
        try:
            return await call()
        except errors as error:
            wait = policy.wait_after(attempt)
            logger.warning(
                "call failed, trying again",
                extra={"attempt": attempt, "wait_seconds": wait, "error": str(error)},
            )
            await asyncio.sleep(wait)
    return await call()
