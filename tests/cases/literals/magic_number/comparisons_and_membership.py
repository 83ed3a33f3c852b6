def classify(days: int, port: int, name: str, score: float) -> str:
    if days > 30:  # finding: QK301
        return "overdue"
    if 18 <= days < 65:  # finding: QK301, QK301
        return "working"
    if days == 2:  # finding: QK301
        return "pair"
    if port in (80, 443):
        return "web"
    if port not in {5432, 3306}:  # finding: QK301
        return "no database"
    if port in [8080]:  # finding: QK301
        return "proxy"
    if port in range(1024, 49152):  # finding: QK301, QK301
        return "user"
    if score < -273.15:  # finding: QK301
        return "impossible"
    if len(name) > 64:  # finding: QK301
        return "long"
    while score >= 0.75 and not days:  # finding: QK301
        score -= step
    assert days != 31  # finding: QK301
    return "old" if days > 90 else "new"  # finding: QK301


def plain(days: int, port: int, name: str, limit: int) -> bool:
    if days == 0 or days > 1 or days != -1:
        return True
    if days > limit or port in PORTS or name in ("a", "b"):
        return False
    return 0 <= days <= 1.0
