from contextlib import suppress


def forget(paths: list[Path]) -> None:
    for path in paths:
        try:
            parse(path)
        except Exception:
            continue
    try:
        parse(paths)
    except:
        pass
    with suppress(Exception):
        parse(paths)
