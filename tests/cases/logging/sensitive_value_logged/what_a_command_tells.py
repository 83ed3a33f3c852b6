# path: app/commands.py
import logging

import click

from app.terminal import log

logger = logging.getLogger(__name__)


@click.command()
def create_key():
    api_key = make()
    log.info(f"the key, shown once: {api_key}")
    logger.info("made %s", api_key)  # finding: QK403
