def pack(values: list[int]) -> int:
    word = 0
    for place in range(16):
        word = (word << 1) | (values[place] & 1)
    if values[0] > 7:
        word = (word << 2) | (word >> 3)
    sleep(5)  # finding: QK301
    return word


def unpack(colour: int, traffic: int, limit: int) -> tuple[int, int]:
    green = (colour >> 16) & 0xFF
    traffic = limit << 10
    return green, colour & 0xF0  # finding: QK301


def records(data: bytes) -> int:
    offset, total = 0, 0
    while offset < len(data):
        (size,) = struct.unpack_from("<I", data, offset)
        offset += 4
        total += 40  # finding: QK301
    return total


def places(offset: int) -> int:
    offset += 4  # finding: QK301
    return offset
