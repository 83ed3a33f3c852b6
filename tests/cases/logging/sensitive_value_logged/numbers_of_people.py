import logging

logger = logging.getLogger(__name__)


def hire(employee: Employee, ssn: str) -> None:
    logger.info("hire %s", ssn)  # finding: QK403
    logger.info("hire %s", employee.ssn)  # finding: QK403
