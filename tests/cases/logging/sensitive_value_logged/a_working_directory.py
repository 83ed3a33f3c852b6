import logging
import os

logger = logging.getLogger(__name__)


class Shell:
    def __init__(self, password: str) -> None:
        self.pwd = os.getcwd()
        logger.info("in %s", self.pwd)
        logger.info("with %s", password)  # finding: QK403
