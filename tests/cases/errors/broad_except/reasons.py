import logging
import warnings

logger = logging.getLogger(__name__)


def read(path: Path) -> Settings | None:
    try:
        return parse(path)
    except Exception as error:
        # A plugin may raise whatever it likes, and the next one has to be asked too.
        logger.warning("not parsed: %s", error)
    try:
        return parse(path)
    except Exception as error:
        # A plugin may raise whatever it likes, and the next one has to be asked too.
        warnings.warn(f"not parsed: {error}", stacklevel=2)
    try:
        return parse(path)
    except Exception as error:  # best effort
        logger.warning("not parsed: %s", error)
    try:
        return parse(path)
    except Exception as error:  # finding: QK701
        # not parsed
        logger.warning("not parsed: %s", error)
    try:
        return parse(path)
    except Exception as error:  # finding: QK701
        logger.warning("not parsed: %s", error)
        # The default settings are good enough for everybody here.
        return DEFAULT
    try:
        return parse(path)
    except Exception as error:  # finding: QK701
        # TODO: catch only the errors that a plugin may raise
        logger.warning("not parsed: %s", error)
    try:
        return parse(path)
    except Exception as error:  # finding: QK701
        error_text = f"not parsed: {error}"
        logger.warning(error_text)
    try:
        return parse(path)
    except Exception:  # finding: QK701
        # A plugin may raise whatever it likes, and the next one has to be asked too.
        return None
