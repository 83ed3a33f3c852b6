# path: shop/management/commands/find_twins.py
import logging

logger = logging.getLogger(__name__)


def find_twins(emails: list[str]) -> None:
    for email in emails:
        print(f"{email} is there twice")
        logger.info("twice: %s", email)  # finding: QK403
