def cut(text: str, value: int) -> str:
    shown = text[:100] if len(text) > 100 else text + pad(100)  # finding: QK301
    clamped = 100 if value > 100 else -100 if value < -100 else value  # finding: QK301
    if value > 30 or value < 30.0 + len(text) or value == 3_0:  # finding: QK301
        return text[:30]  # finding: QK301
    elif value > 30:  # finding: QK301
        return shown
    table = build(
        text[:40],  # finding: QK301
        rows=text[40:],
    )
    both = value > 5; more = value > 5  # finding: QK301, QK301
    return text[:50] + text[60:]  # finding: QK301, QK301
