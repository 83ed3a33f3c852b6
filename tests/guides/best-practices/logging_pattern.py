# path: services/payments.py
# BP15: a logger of the module; messages may be put together; errors bring their traceback.
"""Payments."""

import logging

from services.gateway import charge

logger = logging.getLogger(__name__)


def pay(order_id: str, tenant_id: str) -> None:
    """Charge an order."""
    logger.info(f"Charging order {order_id}")
    logger.warning(f"Close to the limit of tenant {tenant_id}")
    try:
        charge(order_id)
    except ConnectionError as error:
        logger.error(f"No charge: {error}", exc_info=True)


def pay_without_trace(order_id: str) -> None:
    """Charge an order."""
    try:
        charge(order_id)
    except Exception as error:
        logger.error(f"No charge: {error}")  # finding: QK405
