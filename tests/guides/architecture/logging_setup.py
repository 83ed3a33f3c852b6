# path: app/core/logging.py
# AR13: the root logger gets its handler once, for the whole process.
import logging
import sys

from pythonjsonlogger import jsonlogger


def set_up_logging() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(jsonlogger.JsonFormatter())
    logger = logging.getLogger()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
