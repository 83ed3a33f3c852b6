from datetime import timedelta


def scale(samples: Array, port: int, now: Time) -> Array:
    level = max(0, min(255, now.level))
    if not 0 <= level <= 65535 or port in (22, 80, 443) or now.server_port != 8443:  # finding: QK301
        raise ValueError(level)
    if now.weekday() >= 5 or now.month == 4:
        return samples * 32767
    if now.day > 25 or now.hour < 7:  # finding: QK301, QK301
        return samples.clip(-32768, 32767)
    return samples.clip(-0.8, 0.8)  # finding: QK301


def seasons(now: Time) -> str:
    if now.month >= 4 or 6 <= now.month <= 12:  # finding: QK301, QK301
        return "summer" if now.month in (5, 6, 7) else "autumn"
    return "leap" if now.month == 2 else "none"


def since(now: Time) -> tuple[Time, ...]:
    week, day, year = timedelta(days=7), timedelta(hours=24), timedelta(365)
    month = timedelta(days=30)  # finding: QK301
    shift = timedelta(hours=7)  # finding: QK301
    wait(hours=24)  # finding: QK301
    return now - week, now - day, now - year, now - month, now - shift


def only(query: Query) -> bool:
    return len(query.limit(2).all()) == 1 and query.limit(25).count() > 0  # finding: QK301
