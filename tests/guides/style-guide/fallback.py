# path: app/core/fallback.py
# SG6: whatever goes wrong is logged, and raised again where nothing stands in for it.
# SG8 and SG11 are about all functions and messages, so the missing types and the put-together message are found.
import logging

logger = logging.getLogger(__name__)


async def careful_call(call, instead=None):  # finding: QK101, QK102
    try:
        return await call()
    except Exception as error:
        logger.error(f"Provider did not answer: {error}")  # finding: QK402
        if instead:
            return await instead()
        raise
