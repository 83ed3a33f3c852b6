from app.core import LOG, log, setup
from app.logs import build_logger
from app.services import console

main_log = build_logger("main")
setup_result = setup()


class Job:
    def run(self, logger, catalog, count: int) -> None:
        logger.info(f"{count} rows")  # finding: QK402
        LOG.error(f"{count} rows")  # finding: QK402
        log.error("%d rows" % count)  # finding: QK402
        main_log.info(f"{count} rows")  # finding: QK402
        self._logger.debug(f"{count} rows")  # finding: QK402
        self.app.logger.debug(f"{count} rows")  # finding: QK402
        console.info(f"{count} rows")
        catalog.info(f"{count} rows")
        setup_result.info(f"{count} rows")
        self.log(f"{count} rows")
        log.append(f"{count} rows")
