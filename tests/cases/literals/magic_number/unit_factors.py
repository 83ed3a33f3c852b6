def convert(hours: int, size: int, seconds: float, text: str) -> float:
    minutes = hours * 60
    later = now + 24 * 60 * 60
    weeks = hours / 24 / 7
    years = hours // (24 * 365)
    days = seconds / 86400
    half_days = seconds // 3600 % 12
    mebibytes = size / (1024 * 1024)
    larger = size / 1024**2
    milliseconds = seconds * 1000
    nanoseconds = seconds * 1_000_000_000 + seconds * 1e9
    micro = size * 0.000001
    percent = 100 * seconds / hours
    bits = size * 8
    blocks = size // 4096
    whole, rest = divmod(seconds, 60)
    hour = max(seconds, 60 * 60 * 1_000_000_000)
    return minutes + later + weeks + years + days + percent


def amounts(hours: int, size: int, seconds: float) -> None:
    if size > 10 * 1024 * 1024:  # finding: QK301
        pass
    if seconds > 15 * 60:  # finding: QK301
        pass
    tripled = size * 3  # finding: QK301
    quarter = size * 0.25  # finding: QK301
    hundred = size + 1000  # finding: QK301
    whole, rest = divmod(seconds, 37)  # finding: QK301
    if seconds > 3600:  # finding: QK301
        pass
