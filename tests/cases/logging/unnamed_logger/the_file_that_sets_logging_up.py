# path: shop/log_setup.py
import logging

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("shop")
log = logging.getLogger("stock")  # finding: QK404
logger.info("set up")
log.info("set up")
