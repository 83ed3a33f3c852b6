import logging

logger = logging.getLogger(__name__)


def read(client: Client, report_token: str, query_token: str, access_token: str, token: str) -> None:
    client.get(f"/api/reports/{report_token}/queries/{query_token}")
    logger.info("read %s of %s", query_token, report_token)
    logger.info("read with %s", access_token)  # finding: QK403
    logger.info("read with %s", token)  # finding: QK403
