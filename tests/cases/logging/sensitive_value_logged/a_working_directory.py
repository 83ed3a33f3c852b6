import logging
import os

logger = logging.getLogger(__name__)


class Shell:
    def __init__(self, password: str) -> None:
        self.pwd = os.getcwd()
        logger.info("in %s", self.pwd)
        logger.info("with %s", password)  # finding: QK403

    def run(self, db_pwd: str, PWD: str, _pwd: str) -> None:
        logger.info("login with %s", db_pwd)  # finding: QK403
        logger.info("login with %s", self.dbPwd)  # finding: QK403
        logger.info("in %s, %s, %s", PWD, _pwd, os.environ["PWD"])
