import json
import logging

import httpx
import requests
from app.errors import OrderNotFoundError
from pydantic import ValidationError

logger = logging.getLogger(__name__)

logger.error("API call failed", extra={"error": "none"})


def ship(order: Order) -> None:
    try:
        send(order)
    except (KeyError, ValueError) as error:
        logger.error("incomplete: %s", error)
    except (TypeError, ValueError) as error:
        logger.error("no number: %s", error)
    except (TypeError, ValueError, KeyError) as error:
        logger.error("no number: %s", error)
    except (TypeError, ValueError, RuntimeError) as error:
        logger.error("not sent: %s", error)  # finding: QK405
    except (json.JSONDecodeError, TypeError) as error:
        logger.error("no order: %s", error)
    except (TypeError, KeyError) as error:
        logger.error("no order: %s", error)  # finding: QK405
    except ValidationError as error:
        logger.error("wrong: %s", error)
    except httpx.HTTPStatusError as error:
        logger.error("refused: %s", error)
    except requests.exceptions.ConnectionError as error:
        logger.error("no answer: %s", error)
    except OrderNotFoundError:
        logger.error("unknown order")
    except OSError as error:
        logger.error("not written: %s", error)
    except Exception as error:
        logger.warning("not shipped: %s", error)
    else:
        logger.error("shipped too late")
    finally:
        logger.error("done")


def ask(order: Order, way: str) -> None:
    try:
        sender = getattr(order, way)
    except AttributeError:
        logger.error("no such way: %s", way)
    try:
        sender = find(getattr(order, way))
    except AttributeError:
        logger.error("no such way: %s", way)  # finding: QK405
    try:
        assert order.is_paid, "not paid"
        send(order)
    except AssertionError as error:
        logger.error("not sent: %s", error)
    try:
        send(order)
    except AssertionError as error:
        logger.error("not sent: %s", error)  # finding: QK405
