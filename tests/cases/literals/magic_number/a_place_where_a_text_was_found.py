def scan(text: str, index: int) -> int:
    if text.startswith("Infinity", index):
        return index + 8
    if text.startswith(("true", "null"), index) or text[index : index + 4] in ("TRUE", "NULL"):
        return index + 4
    if text[index:].startswith("NaN") or text[index : index + 3] == "NaN":
        return index + 3
    if text.startswith("false", index):
        return index + 6  # finding: QK301
    if text.startswith("nothing"):
        return index + 7  # finding: QK301
    return index


def fee(kind: str, base: int, extra: int) -> int:
    if kind == "express":
        return base + 7  # finding: QK301
    if kind[extra:] == "express":
        return base + 7  # finding: QK301
    return base
