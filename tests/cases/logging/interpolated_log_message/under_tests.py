# path: tests/test_orders.py
import logging

logger = logging.getLogger(__name__)


def test_order(caplog: object) -> None:
    logger.info(f"{caplog}")
