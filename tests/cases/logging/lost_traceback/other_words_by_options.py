# options: {"expected": ["Shop*"]}
import logging

from app import errors

logger = logging.getLogger(__name__)


def ship(order: Order) -> None:
    try:
        send(order)
    except errors.ShopClosed as error:
        logger.error("closed: %s", error)
    except KeyError as error:
        logger.error("incomplete: %s", error)  # finding: QK405
