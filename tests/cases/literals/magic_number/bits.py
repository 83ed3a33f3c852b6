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
