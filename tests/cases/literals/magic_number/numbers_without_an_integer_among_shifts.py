def pack(x: float, word: int) -> int:
    if x > -1e999:  # finding: QK301
        word = (word << 1) | (word << 2)
    return word << 3
