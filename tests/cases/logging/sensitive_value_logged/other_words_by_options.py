# options: {"secrets": ["iban"], "personal": ["phone"]}
import logging

logger = logging.getLogger(__name__)


def pay(user: User) -> None:
    logger.info("from %s", user.iban)  # finding: QK403
    logger.info("by %s", user.mobile_phone)  # finding: QK403
    logger.info("with %s", user.password)
