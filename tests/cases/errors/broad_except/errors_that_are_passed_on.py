import asyncio
import logging
import sys
import traceback

logger = logging.getLogger(__name__)


def raise_again(path: Path) -> None:
    try:
        parse(path)
    except Exception:
        path.unlink()
        raise


def raise_another(path: Path) -> None:
    try:
        parse(path)
    except Exception as error:
        raise SettingsError(path) from error


async def with_retry(func, max_retries: int = 3, exceptions: tuple = (Exception,)):
    for attempt in range(max_retries):
        try:
            return await func()
        except exceptions as error:
            if attempt == max_retries - 1:
                raise
            logger.warning("attempt failed: %s", error)
            await asyncio.sleep(1)


async def safe_call(func, fallback=None):
    try:
        return await func()
    except Exception as error:
        logger.error("call failed: %s", error)
        if fallback:
            return await fallback()
        raise


def log_it(path: Path) -> None:
    try:
        parse(path)
    except Exception:
        logger.exception("not parsed")
    try:
        parse(path)
    except Exception as error:
        logger.warning("not parsed", exc_info=error)
    try:
        parse(path)
    except Exception:
        traceback.print_exc()


class Shelf(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.shelf.put_up(record)
        except Exception:
            self.handleError(record)


def keep_it(path: Path, errors: list[str]) -> Exception | None:
    last_error = None
    try:
        parse(path)
    except Exception as error:
        last_error = error
    try:
        parse(path)
    except Exception as error:
        errors.append(f"{path}: {error}")
    try:
        parse(path)
    except Exception as error:
        path.job.error = str(error)
    try:
        parse(path)
    except Exception as error:
        path.on_failure(error)
    try:
        parse(path)
    except Exception as error:
        return error
    problem = ""
    try:
        parse(path)
    except Exception as error:
        problem = str(error)
    return last_error or problem


def end(path: Path) -> None:
    try:
        parse(path)
    except Exception as error:
        print(error)
        sys.exit(1)


def narrow(path: Path) -> None:
    try:
        parse(path)
    except (ValueError, OSError):
        return None
