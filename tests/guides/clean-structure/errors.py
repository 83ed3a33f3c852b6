# path: app/core/exceptions.py
# CS10: one hierarchy of errors.
"""What can go wrong."""


class InterviewError(Exception):
    """The base of all errors."""

    def __init__(self, message: str, code: str = "INTERNAL"):
        self.message = message
        self.code = code
        super().__init__(message)


class ModelError(InterviewError):
    """The model did not answer."""


class LimitError(InterviewError):
    """Too many requests."""

    def __init__(self, retry_after: int):
        super().__init__(f"try again in {retry_after} seconds", "LIMIT")
        self.retry_after = retry_after
