import asyncio
import json

import httpx
from fastapi import HTTPException
from pydantic import BaseModel

from .missing import Unread


class NotAllowed(HTTPException): ...


class SlowAnswer(httpx.TimeoutException): ...


class Late(asyncio.TimeoutError): ...


class BadText(json.JSONDecodeError): ...


class Unknown(Unread, Exception): ...


class _Private(Exception): ...


class StopConsumer(Exception): ...


class TransferSkipped(Exception): ...


class ShutDown(BaseException): ...


class Leave(SystemExit): ...


class OldWay(DeprecationWarning): ...


class ErrorModel(BaseModel): ...


class ErrorReport: ...


def inside() -> None:
    class Local(Exception): ...
