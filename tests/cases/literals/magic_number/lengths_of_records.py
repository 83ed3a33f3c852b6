def split_texts(line: str, host: str) -> str:
    parts = line.split(";")
    if len(parts) < 3:
        return ""
    if len(line.split("@")) >= 3:
        return host
    kind, name, rest = row
    if len(row) != 3 or len(parts) > 25:  # finding: QK301
        return name
    return parts[0]


def boxes(box: list[float]) -> bool:
    if len(box) not in (4, 6):
        return False
    return len(box) == 6 and box[1] > box[4]


def texts(password: str, rows: list[Row]) -> bool:
    if len(password) < 8:  # finding: QK301
        return False
    return len(rows) > 5 and rows[0].is_head  # finding: QK301
