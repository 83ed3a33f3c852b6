def count(total: float, index: int, flags: int) -> float:
    total += 10  # finding: QK301
    total -= 0.1  # finding: QK301
    total *= 1.5  # finding: QK301
    total //= 3  # finding: QK301
    flags |= 0x40  # finding: QK301
    flags <<= 4  # finding: QK301
    total += 2  # finding: QK301
    return total


def plain(total: float, index: int, delay: float) -> float:
    total += 1
    total -= 1.0
    delay *= 2
    delay /= 2
    index += 2
    next_pos = index
    next_pos -= 2
    total *= 60
    total /= 1000
    total **= 3
    names += ["a"]
    return total
