# path: app/services/orders.py
import logging

logger = logging.getLogger("shop")  # finding: QK404
log = logging.getLogger("uvicorn.error")  # finding: QK404
_logger: logging.Logger = logging.getLogger("orders")  # finding: QK404
LOG = logging.getLogger(__file__)  # finding: QK404
LOGGER = logging.getLogger("__name__")  # finding: QK404
audit_logger = logging.getLogger("audit")
sql = logging.getLogger("sqlalchemy.engine")


class Orders:
    logger = logging.getLogger("Orders")  # finding: QK404

    def __init__(self) -> None:
        self.log = logging.getLogger("orders")  # finding: QK404
