# path: src/app/services/orders.py
import logging

import structlog
from loguru import logger as events

from app import names

logger = logging.getLogger(__name__)
log = logging.getLogger("app.services.orders")
LOG = logging.getLogger("services.orders")
_logger = logging.getLogger(f"{__name__}.worker")
_log = logging.getLogger(__name__ + ".worker")
LOGGER = logging.getLogger(names.ORDERS)
bound = structlog.get_logger()


class Orders:
    def __init__(self, name: str) -> None:
        self.logger = logging.getLogger(name)
        self.log = logging.getLogger(self.__class__.__name__)
        events.info("made")
