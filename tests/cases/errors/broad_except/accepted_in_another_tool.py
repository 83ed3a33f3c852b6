def parse_all(paths: list[Path]) -> bool:
    try:
        parse(paths)
    except Exception:  # noqa: BLE001
        return False
    try:
        parse(paths)
    except Exception:  # noqa: S110, BLE001 - whatever a plugin raises
        return False
    try:
        parse(paths)
    except Exception:  # pylint: disable=broad-except
        return False
    # noinspection PyBroadException,PyUnusedLocal
    try:
        parse(paths)
    except Exception:
        return False
    try:
        parse(paths)
    except:  # noqa
        return False
    try:
        parse(paths)
    except (
        OSError,
        Exception,  # noqa
    ):
        return False
    try:
        parse(paths)
    # pylint: disable=broad-except
    except Exception:
        return False
    # noinspection PyUnusedLocal
    try:
        parse(paths)
    except Exception:  # finding: QK701
        return False
    try:
        parse(paths)
    except Exception:  # noqa: PERF203 # finding: QK701
        return False
    try:
        parse(paths)
    except Exception:  # finding: QK701
        # noqa: BLE001
        return False
    try:
        parse(paths)
    except Exception as error:  # type: ignore[misc] # finding: QK701
        return False
    return True
