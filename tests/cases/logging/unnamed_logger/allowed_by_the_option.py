# options: {"allowed": ["shop"]}
import logging

logger = logging.getLogger("shop")
log = logging.getLogger("shop.audit")
_logger = logging.getLogger("shopping")  # finding: QK404
