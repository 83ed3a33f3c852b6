def unpack(value: int, attributes: int) -> int:
    low = value & 0xFF
    mode = attributes >> 16  # finding: QK301
    high = value << 12  # finding: QK301
    toggled = value ^ 0b1010  # finding: QK301
    flagged = value | 8  # finding: QK301
    return low + mode + high + toggled + flagged


def plain(value: int, bits: int, mode: int) -> int:
    mebibyte = 1 << 20
    odd = value & 1
    group = mode & 0o070
    return odd + group + (1 << bits) + (value >> 1) + mebibyte
