import logging
import os

logger = logging.getLogger(__name__)


def read(secrets: list[str], password: str, token: str) -> None:
    for secret in secrets:
        os.environ[secret]
        logger.info("read %s", secret)
    os.environ.get(token, "")
    logger.info("read %s", token)
    os.getenv("PASSWORD", password)
    logger.info("read %s", password)  # finding: QK403


def tell(secret: str) -> None:
    logger.info("read %s", secret)  # finding: QK403
