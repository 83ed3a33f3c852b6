def timeout() -> int:
    return 30  # finding: QK301


def weight(is_heavy: bool) -> float:
    return 2.5 if is_heavy else 1  # finding: QK301


def port(configured: int) -> int:
    return configured or 8000  # finding: QK301


def waits() -> Iterator[float]:
    yield 0.25  # finding: QK301


def lifetime() -> int:
    return 30 * 24 * 3600  # finding: QK301


def plain(found: bool) -> int:
    if found:
        return 0
    return -1


def named() -> dict[str, int]:
    return {"limit": 50, "page": 7}


def listed() -> list[int]:
    return [3, 5, 7]
