import logging
import sys
import traceback

import sentry_sdk
import structlog
from fastapi import HTTPException
from oslo_utils import excutils

from app import utils

logger = logging.getLogger(__name__)
events = structlog.get_logger()


def ship(order: Order, errors: list[Exception]) -> None:
    try:
        send(order)
    except Exception:
        logger.exception("not shipped")
    try:
        send(order)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        logger.error("not shipped: %s:%s", last.filename, last.lineno)
    try:
        send(order)
    except Exception as error:
        with excutils.save_and_reraise_exception():
            logger.error("not shipped: %s", error)
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        utils.log_exc()
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error, exc_info=True)
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped", exc_info=error)
    try:
        send(order)
    except Exception:
        logger.error("not shipped\n%s", traceback.format_exc())
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        logger.debug("details", exc_info=True)
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        traceback.print_exc()
    try:
        send(order)
    except Exception as error:
        sentry_sdk.capture_exception(error)
        logger.error("not shipped")
    try:
        send(order)
    except Exception as error:
        errors.append(error)
        logger.error("not shipped")
    try:
        send(order)
    except Exception as error:
        events.error("not shipped", exc_info=error)


def raised_again(order: Order) -> None:
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        if order.late:
            return
        raise
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        raise ShippingError from error
    try:
        send(order)
    except KeyError as error:
        logger.error("unknown: %s", error)
        raise HTTPException(status_code=404) from error
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)
        sys.exit(1)
