# path: shop/worker/__main__.py
import logging

logger = logging.getLogger("shop.worker")
logger.info("started")
logging.info("started")  # finding: QK404
