import logging

logger = logging.getLogger(__name__)


def send(client: Client, reset_token: str, order_token: str) -> None:
    client.get(f"/api/users/{reset_token}/verify/{order_token}")
    logger.info("sent %s", reset_token)  # finding: QK403
    logger.info("sent %s", order_token)  # finding: QK403
