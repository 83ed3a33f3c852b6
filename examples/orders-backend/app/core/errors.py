"""Errors of the application; main.py turns them into responses."""

from __future__ import annotations


class AppError(Exception):
    """An error that the client may read."""

    code = "error"
    status_code = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFoundError(AppError):
    """The thing asked for does not exist."""

    code = "not_found"
    status_code = 404


class OutOfStockError(AppError):
    """There are fewer pieces in stock than ordered."""

    code = "out_of_stock"
    status_code = 409


class InvalidStateError(AppError):
    """The step does not fit the state that the order or invoice is in."""

    code = "invalid_state"
    status_code = 409


class PaymentProviderError(AppError):
    """The payment provider did not answer, or refused."""

    code = "payment_provider"
    status_code = 502
