import logging
import logging as _logging
from logging import getLogger, info

logger = logging.getLogger(__name__)
_log = getLogger(__name__)


class Mailer:
    audit = logging.getLogger("audit")

    def __init__(self, parent: logging.Logger) -> None:
        self.logger = parent.getChild("mailer")
        self.adapter = logging.LoggerAdapter(self.logger, {})

    def send(self, address: str, size: int) -> None:
        self.logger.info(f"sending {size} bytes")  # finding: QK402
        self.adapter.info("sending %d bytes" % size)  # finding: QK402
        self.audit.critical("sent {0} bytes".format(size))  # finding: QK402
        self.logger.info("sending %d bytes", size)
        self.adapter.info("sending", extra={"size": size})


def levels(count: int, note: str) -> None:
    logger.debug(f"{count} left")  # finding: QK402
    logger.warn(f"{count} left")  # finding: QK402
    logger.exception(f"{count} left")  # finding: QK402
    logger.log(logging.INFO, f"{count} left")  # finding: QK402
    logger.log(logging.INFO, "%d left", count)
    logger.error(msg=f"{count} left")  # finding: QK402
    logger.error(  # finding: QK402
        "a long text " f"with {count} in its second half",
        exc_info=True,
    )
    _log.info("count " + str(count))  # finding: QK402
    _log.info("count: " + note + " left")  # finding: QK402
    _log.info(note + f" {count}")  # finding: QK402
    logging.info(f"{count} left")  # finding: QK402
    _logging.warning("%d left" % count)  # finding: QK402
    info(f"{count} left")  # finding: QK402
    logger.info(f"{count} left" if count else "none left")  # finding: QK402
    logger.info("some left" if count else "none left")
    logging.getLogger("x").info(f"{count}")  # finding: QK402


def constant_texts(note: str, limit: int) -> None:
    logger.info(f"nothing to fill in")
    logger.info("one " "two")
    logger.info("one " + "two")
    logger.info("=" * 60)
    logger.info(f"{'=' * 60}")
    logger.info("\n" + "=" * 60)
    logger.info(note)
    logger.info(str(limit))
    logger.info(note + note)
    logger.info(limit % 3)
    logger.info("%s: %s", note, f"{limit} items")
    logger.info()


def a_template(template: str, rows: list[str]) -> None:
    message = f"{len(rows)} rows"
    logger.info(message)
    logger.info(template.format(rows=rows))
    logger.info(template % rows)
