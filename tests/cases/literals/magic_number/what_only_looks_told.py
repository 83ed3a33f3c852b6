import secrets


def busy(http_timeout: int, open_http_requests: int) -> bool:
    if http_timeout > 300:  # finding: QK301
        return True
    return open_http_requests >= 100  # finding: QK301


def is_error(http_code: int) -> bool:
    return http_code >= 500


def http_limit(number: int) -> bool:
    return number > 500  # finding: QK301


def is_http_error(code: int) -> bool:
    return code >= 400


def is_blocked(attempts_by_ip: int) -> bool:
    return attempts_by_ip > 4  # finding: QK301


def latest(version_history: list[str], rows_by_id: list[str], user_id: int) -> list[str]:
    return [
        *version_history[-50:],  # finding: QK301
        *rows_by_id[:7],  # finding: QK301
        *recent_orders(user_id)[:5],  # finding: QK301
        *orders_by_day[:10],  # finding: QK301
    ]


def heads(commit: Commit, created_at: str, library: Library) -> list[object]:
    return [
        str(commit.id)[:8],
        commit.sha.lower()[:7],
        created_at[:10],
        tuple(map(int, library.version.split(".")))[:3],
    ]


def waits() -> list[object]:
    return [LinearBackoff(30), ConvTranspose2d(64), LSTMCell(128)]  # finding: QK301


def packed(base: int, flags: int) -> int:
    return (base << 7) | (flags & 127)  # finding: QK301


def delay(attempt: int) -> int:
    return 5 * 2**attempt  # finding: QK301


def password(length: int) -> str:
    if length < 12:  # finding: QK301
        raise Weak(length)
    return secrets.choice(UPPER) + secrets.choice(LOWER) + secrets.choice(DIGITS)


def may_beta(value: int) -> bool:
    return check_beta_access(value) > 90  # finding: QK301


def check_beta_access(value: int) -> bool:
    return value > 90  # finding: QK301


def is_refused(code: int) -> bool:
    return code == 1003  # finding: QK301
