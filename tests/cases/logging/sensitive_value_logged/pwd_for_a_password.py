import logging

logger = logging.getLogger(__name__)


def connect(user: str, pwd: str) -> None:
    logger.info("with %s", pwd)  # finding: QK403
