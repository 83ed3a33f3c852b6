import logging

logger = logging.getLogger(__name__)


def answer(path: Path) -> Settings | None:
    try:
        return parse(path)
    except Exception:  # finding: QK701
        return None


def answer_an_error(path: Path) -> dict[str, str]:
    try:
        return parse(path)
    except Exception as error:  # finding: QK701
        return {"error": str(error)}


def log_without_traceback(path: Path) -> None:
    try:
        parse(path)
    except Exception as error:  # finding: QK701
        logger.error("not parsed: %s", error)


def bare(path: Path) -> bool:
    try:
        parse(path)
    except:  # finding: QK701
        return False
    return True


def everything(path: Path) -> bool:
    try:
        parse(path)
    except BaseException:  # finding: QK701
        return False
    return True


def among_others(path: Path) -> bool:
    try:
        parse(path)
    except (ValueError, Exception) as error:  # finding: QK701
        print(error)
    return True


def a_group(path: Path) -> bool:
    try:
        parse(path)
    except* Exception:  # finding: QK701
        forget(path)
    return True


def fall_back(response: Response) -> str:
    try:
        return response.json()
    except Exception:  # finding: QK701
        return response.text


def first_narrow(path: Path) -> str:
    try:
        return path.read_text()
    except FileNotFoundError:
        return ""
    except Exception:  # finding: QK701
        return "?"


def only_a_nested_function_raises(path: Path) -> None:
    try:
        parse(path)
    except Exception:  # finding: QK701

        def later() -> None:
            raise ValueError

        register(later)


def retry(path: Path) -> None:
    attempts = 0
    while attempts < 3:
        try:
            parse(path)
        except Exception:  # finding: QK701
            attempts += 1


def ask(path: Path) -> None:
    try:
        parse(path)
    except Exception as error:  # finding: QK701
        message = format_error(error)
        show(message)
