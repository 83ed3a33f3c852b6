# path: shop/payments.py
"""The card is tokenized by the provider; we tokenize nothing."""
import logging

logger = logging.getLogger(__name__)


def tokenize_card(card, card_token, vault_token):
    logger.info("card %s", card_token)  # finding: QK403
    logger.info("vault %s", vault_token)  # finding: QK403


def post(slack_token, hf_token):
    logger.info("slack %s", slack_token)  # finding: QK403
    logger.info("hub %s", hf_token)  # finding: QK403


def draw(model, text):
    drawn_token = model.tokenizer.decode(text)
    logger.info("drawn %s", drawn_token)


class WordTokenizer:
    def cut(self, first_token):
        logger.info("first %s", first_token)
