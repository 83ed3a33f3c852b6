# path: app/errors.py
from typing import Any


class APIError(Exception):
    def __init__(self, message: str, code: str = "API_ERROR", details: Any = None):
        self.message = message
        self.code = code
        self.details = details
        super().__init__(message)
