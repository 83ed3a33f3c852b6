# path: app/audio/logs.py
# SG11 SG21: a logger of the module, values as fields.
import logging

logger = logging.getLogger(__name__)


def report(chunk: bytes, call_id: str, share: float, error: str) -> None:
    logger.debug("Working on a chunk", extra={"size": len(chunk)})
    logger.info("Call began", extra={"call_id": call_id})
    logger.warning("Close to the limit", extra={"share": share})
    logger.error("Provider did not answer", extra={"error": error})
