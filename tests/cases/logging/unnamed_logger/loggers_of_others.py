import logging
import logging.config

logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
logging.getLogger("httpx").disabled = True
logger = logging.getLogger("gunicorn.error")
logger.propagate = False


def set_up(quiet: list[str]) -> None:
    logging.config.dictConfig({"version": 1})
    for name in quiet:
        logging.getLogger(name).setLevel(logging.ERROR)
    adapter = logging.LoggerAdapter(logging.getLogger("celery"), {})
    register(logging.getLogger("celery"))
