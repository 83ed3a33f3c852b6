def encode(data: bytes, size: int, offset: int) -> bytes:
    blocks = (size + 3) // 4
    missing = 8 - size % 8
    while offset + 16 <= len(data):
        offset += 2
    red, part = size * 255, size / 255
    story.append(Spacer(1, 5 * mm))
    canvas.line(25 * mm, (297 - 15) * mm, 2.5 * units.cm, 1)
    return data


def uneven(data: bytes, size: int, offset: int) -> int:
    blocks = (size + 3) // 5  # finding: QK301, QK301
    missing = 7 - size % 9  # finding: QK301, QK301
    while offset + 16 <= size:  # finding: QK301
        offset += 16  # finding: QK301
    if size + 16 <= len(data):  # finding: QK301
        return size * 254  # finding: QK301
    return 25 + mm  # finding: QK301
