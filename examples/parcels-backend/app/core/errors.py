"""The errors of the application: what happened, in words and as a code, and the details."""

from collections.abc import Mapping


class AppError(Exception):
    """The base of all errors that the application raises itself."""

    code = "app_error"

    def __init__(self, message: str, details: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.details = dict(details or {})


class NotFoundError(AppError):
    """What was asked for does not exist."""

    code = "not_found"


class ConflictError(AppError):
    """The state of things does not allow what was asked for."""

    code = "conflict"


class UpstreamError(AppError):
    """A service that we depend on did not answer, or answered nonsense."""

    code = "upstream_failed"
