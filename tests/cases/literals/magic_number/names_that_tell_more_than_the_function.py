def pack(word: int, attempts: int, place: int) -> int:
    word = (word << 1) | (word << 2) | (word << 3)
    if attempts > 5:  # finding: QK301
        return word
    return min(retries, 7) if place > 7 else word  # finding: QK301


def to_percentage(value: float, stock: int, orders: int) -> float:
    if stock > 100:  # finding: QK301
        return 0
    if orders > 100:  # finding: QK301
        return 0
    return value if 0 < value > 100 else float(value) <= 100


def is_port(p: int) -> bool:
    return 0 < p < 65536
