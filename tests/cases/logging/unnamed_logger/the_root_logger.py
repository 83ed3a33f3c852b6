import logging
import logging as lg
from logging import getLogger, warning

logger = logging.getLogger()  # finding: QK404
root = getLogger()
configured = logging.getLogger()
configured.setLevel(logging.INFO)


def ship(order: Order) -> None:
    logging.info("shipped")  # finding: QK404
    lg.exception("not shipped")  # finding: QK404
    warning("late")  # finding: QK404
    logging.log(logging.INFO, "late")  # finding: QK404
    logging.getLogger().error("late")  # finding: QK404
    logging.getLogger(None).error("late")  # finding: QK404
    logger.info("shipped")
    configured.info("shipped")


def set_up(level: int) -> None:
    logging.basicConfig(level=level)
    logging.captureWarnings(True)
    logging.getLogger().setLevel(level)
    for handler in logging.getLogger().handlers:
        root.removeHandler(handler)


class Worker:
    def __init__(self, name: str) -> None:
        self.logger = logging.getLogger()  # finding: QK404
        self.other = logging.getLogger()

    def run(self) -> None:
        self.logger.info("running")


if __name__ == "__main__":
    logging.info("started by hand")
