def read(row: Row, text: str, i: int, start: int) -> int:
    if text == "\N{nope}":
        return i + 3  # finding: QK301
    if row["\N{nope}"] == 404 or row.get("\xz", 37) or config("\u12", 37):  # finding: QK301, QK301
        return 0
    if text[i : i + 5] == "\N{nope}" or text[:4] == "\N{nope}":  # finding: QK301, QK301
        return 0
    match row:
        case {"\N{nope}": 404}:  # finding: QK301
            return 0
    return 1


def header(data: bytes, row: Row) -> bool:
    return data[:4] == b"RIFF" or data[:3] == b"\xef\xbb\xbf" or row[b"status"] == 404
