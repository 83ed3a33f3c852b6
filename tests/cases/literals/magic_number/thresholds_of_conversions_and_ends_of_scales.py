def show(seconds: float, size: int, rate: float) -> str:
    if seconds < 60:
        return f"{seconds}s"
    if seconds >= 3600:
        return f"{seconds / 3600} h"
    minutes, rest = divmod(seconds, 60)
    if abs(size) >= 1000:
        return f"{size / 1000} kB"
    while rate > 1024:
        rate /= 1024
    return f"{minutes}m"


def scales(percent: float, task: dict[str, int], now: datetime, port: str) -> int:
    if percent > 100 or task["progress"] == 100 or now.month == 12 or now.hour >= 24:
        return 1
    if not 0 < int(port) <= 65535:
        return 0
    return min(100, max(0, round(percent)))


def limits(seconds: float, size: int, percent: float, now: datetime) -> float:
    if seconds < 60:  # finding: QK301
        return size / 60
    if size >= 1000:  # finding: QK301
        return min(100, size)  # finding: QK301
    if percent > 90 or now.month == 4:  # finding: QK301
        return max(size, 100)  # finding: QK301
    return divmod(size, 37)  # finding: QK301


ROWS = [row for row in read() if row.seconds < 60]
