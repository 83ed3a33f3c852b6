def cut(text: str, rows: list[str], start: int) -> list[str]:
    preview = text[:200]  # finding: QK301
    tail = rows[-5:]  # finding: QK301
    middle = text[10:20]  # finding: QK301, QK301
    token = text[7:]  # finding: QK301
    short = uuid4().hex[:8]
    third = rows[::3]  # finding: QK301
    batch = rows[start : start + 50]  # finding: QK301
    top = rows[:3]  # finding: QK301
    step = rows[1::3]  # finding: QK301
    first = rows[0:3]  # finding: QK301
    return [preview, tail, middle, token, short, *third, *batch, *top]


def plain(text: str, rows: list[str], start: int) -> list[str]:
    head, body, last = text[:1], text[1:-1], text[:-2]
    pair, rest, after = rows[:2], rows[2:], rows[3:]
    odd, couple = rows[1::2], rows[start : start + 2]
    fields = rows[1:3]
    return [head, body, last, *fields, *pair, *rest, *after, *odd, *couple, *rows[:LIMIT]]
