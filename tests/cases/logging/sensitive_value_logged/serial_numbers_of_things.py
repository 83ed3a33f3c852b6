import logging

logger = logging.getLogger(__name__)


def connect(center: Center, ssn: str) -> None:
    logger.info("open %s", ssn)
    logger.info("open %s", center.primary_ssn)
    logger.info("open with %s", center.password)  # finding: QK403
