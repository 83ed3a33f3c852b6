import logging

logger = logging.getLogger(__name__)


def read(tokenizer, text, access_token):
    for position, token_id in enumerate(tokenizer.encode(text)):
        token = tokenizer.decode(token_id)
        last_drawn_token = token
    logger.debug("ends with %s", token)
    logger.debug("drawn: %s", last_drawn_token)
    logger.debug("insert %s", IMAGE_TOKEN)
    logger.debug("asked with %s", access_token)  # finding: QK403


def open_key(settings):
    logger.warning("no key at %s", settings.path_to_private_key)


def list_orders(request, limit=10, token=None):
    logger.info("limit %d, token %s", limit, token)


def list_all(request, token=None):
    logger.info("token %s", token)  # finding: QK403


def created(service_account_email, owner_email):
    logger.info("made %s", service_account_email)
    logger.info("made for %s", owner_email)  # finding: QK403


def enforce(context, action):
    credentials = context.to_policy_values()
    logger.debug("%s refused for %s", action, credentials)
