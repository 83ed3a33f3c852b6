"""How the application logs."""

from __future__ import annotations

import logging

LINE_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def configure_logging(level):
    logging.basicConfig(level=level, format=LINE_FORMAT, force=True)
