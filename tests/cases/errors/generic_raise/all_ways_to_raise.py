import builtins

Failure = Exception


def called() -> None:
    raise Exception("broken")  # finding: QK703


def bare() -> None:
    raise Exception  # finding: QK703


def worse() -> None:
    raise BaseException("broken")  # finding: QK703


def from_another() -> None:
    try:
        called()
    except ValueError as error:
        raise Exception("broken") from error  # finding: QK703


def by_module() -> None:
    raise builtins.Exception("broken")  # finding: QK703


def by_alias() -> None:
    raise Failure("broken")  # finding: QK703


def with_a_traceback(trace) -> None:
    raise Exception("broken").with_traceback(trace)  # finding: QK703


def held() -> None:
    error = Exception("broken")
    error.code = 4
    raise error  # finding: QK703


raise Exception("at import")  # finding: QK703
