import logging

logger = logging.getLogger(__name__)


def find_account(credentials):
    logger.info("login %s", credentials)  # finding: QK403
    return find(credentials.username)


def strip(credentials):
    logger.info("got %s", credentials)  # finding: QK403
    credentials.pop("password")
    logger.info("kept %s", credentials)


def read_name(secret):
    logger.info("reading %s", secret)  # finding: QK403
    return secret.name


def read_typed(secret: StoredSecret):
    logger.info("reading %s", secret)
    return secret.name


def read_text(secret: str):
    logger.info("reading %s", secret)  # finding: QK403
    return secret.name
