def moment(text: str) -> tuple[str, ...]:
    return text[:4], text[5:7], text[8:10], text[11:]


def frame(data: bytes) -> tuple[bytes, bytes, bytes]:
    size = int.from_bytes(data[12:16])
    return data[4:8], data[8:12], data[16 : 16 + size]


def colour(value: int) -> tuple[int, int, int]:
    return value >> 16, value >> 8, (value >> 4) | 15


def short(value: int) -> int:
    return value & 0xFFFF


def cut(text: str) -> str:
    first, second = text[0], text[1]
    return first + second + text[:80]  # finding: QK301


def two(data: bytes) -> tuple[bytes, bytes]:
    return data[:12], data[12:]  # finding: QK301


def flag(value: int) -> int:
    return value >> 5  # finding: QK301


def padded(data: bytes, high: int, low: int) -> bytes:
    rest = len(data) % 4
    if rest or len(data) & 3:
        data += b"=" * (4 - rest)
    if (high << 8 | low) > rest >> 12:  # finding: QK301
        data += filler(6 - rest)  # finding: QK301
    return data


def scan(text: str, index: int) -> int:
    if text[index : index + 8] == "Infinity":
        return index + 8
    if text[index] == "-":
        return index + 8  # finding: QK301
    return index


def old(python: tuple[int, ...], exponent: int, power: int) -> bool:
    if python >= (3, 11) or python in ((3, 9), (3, 10)):
        return exponent == 3
    return exponent > 40 or power > 7  # finding: QK301, QK301


def neighbours(data: bytes) -> bytes:
    return data[4:8] + data[8:12]


def items(rows: list[Row]) -> list[Row]:
    first, second, third = rows[0], rows[1], rows[2]
    return [first, second, third, *rows[17:517]]  # finding: QK301, QK301


def pages(rows: list[Row]) -> list[Row]:
    return rows[17:517] + rows[600:900]  # finding: QK301, QK301, QK301, QK301
