# path: app/core/errors.py
# SG5 SG6 SG7: one base of all errors; a retry that is bounded, waits longer each time, and warns.
# SG11 is about all messages, so the one that is put together here is found; SG8 asks for the missing types.
import asyncio
import logging
from typing import Any

logger = logging.getLogger(__name__)


class ShopError(Exception):
    def __init__(self, message: str, code: str = "SHOP_ERROR", details: Any = None):
        self.message = message
        self.code = code
        self.details = details
        super().__init__(message)


class PaymentError(ShopError):
    pass


async def tried_again(  # finding: QK101, QK102
    call,
    max_attempts: int = 3,
    factor: float = 2.0,
    errors: tuple = (Exception,),
):
    for attempt in range(max_attempts):
        try:
            return await call()
        except errors as error:
            if attempt == max_attempts - 1:
                raise

            pause = factor**attempt
            logger.warning(f"Attempt {attempt + 1} did not work: {error}. Next in {pause}s")  # finding: QK402
            await asyncio.sleep(pause)
