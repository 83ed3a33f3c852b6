import logging

logger = logging.getLogger(__name__)


def load_secret(stored_secret):
    logger.debug("loading %s", stored_secret)
    return Definition(stored_secret["provider"], stored_secret.get("path"))


def load_all():
    for secret in Secret.objects.all():
        logger.debug(f"loading {secret}, with id {secret.id}")


def authorize(action, credentials):
    credentials.pop("auth_token", None)
    logger.debug("%s refused for %s", action, credentials)


def connect(credentials):
    logger.debug("connecting with %s", credentials)  # finding: QK403
    return Connection(credentials["user"], credentials["password"])


def renew(token):
    logger.info(f"renewed: {token}")  # finding: QK403
    return token["expires_in"]


def log_in(token):
    if token.startswith("Bearer "):
        logger.info("token %s", token)  # finding: QK403


def report(progress_token, done):
    logger.debug("%s: %d done", progress_token, done)
