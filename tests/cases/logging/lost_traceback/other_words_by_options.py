# options: {"unexpected": ["Shop*"]}
import logging

from app import errors

logger = logging.getLogger(__name__)


def ship(order: Order) -> None:
    try:
        send(order)
    except errors.ShopClosed as error:
        logger.error("closed: %s", error)  # finding: QK405
    except KeyError as error:
        logger.error("incomplete: %s", error)
    except TypeError as error:
        logger.error("wrong: %s", error)
