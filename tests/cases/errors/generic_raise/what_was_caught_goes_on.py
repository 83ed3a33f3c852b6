def again() -> None:
    try:
        work()
    except Exception:
        raise


def by_name() -> None:
    try:
        work()
    except Exception as error:
        raise error


def kept() -> None:
    last = None
    for _ in range(3):
        try:
            work()
        except Exception as error:
            last = error
    raise last


def with_a_traceback() -> None:
    try:
        work()
    except BaseException as error:
        raise error.with_traceback(None)
