import logging

logger = logging.getLogger(__name__)


def list_users(token, limit=50):
    logger.info("token %s", token)  # finding: QK403


def list_orders(limit, token):
    logger.info("token %s", token)  # finding: QK403


def list_lines(limit=50, token=None):
    logger.info("token %s", token)


def list_pages(page_token, limit=50):
    logger.info("token %s", page_token)
