# path: shop/orders.py
import logging

logger = logging.getLogger("shop")  # finding: QK404
logger.info("set up")
