"""What every module of the application needs."""

from app.core.breaker import CircuitBreaker, get_circuit_breaker
from app.core.errors import AppError, ConflictError, NotFoundError, UpstreamError
from app.core.retry import RetryPolicy, with_retry
from app.core.settings import Settings, get_settings

__all__ = [
    "AppError",
    "CircuitBreaker",
    "ConflictError",
    "NotFoundError",
    "RetryPolicy",
    "Settings",
    "UpstreamError",
    "get_circuit_breaker",
    "get_settings",
    "with_retry",
]
