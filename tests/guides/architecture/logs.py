# path: app/api/v1/endpoints/cvs.py
# AR13: values of a log message are fields.
import logging

logger = logging.getLogger(__name__)


def created(name: str) -> None:
    logger.info("Made a CV", extra={"candidate_name": name})
    logger.info(f"Made a CV of {name}")  # finding: QK402
