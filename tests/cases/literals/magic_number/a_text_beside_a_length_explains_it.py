def kind(header: bytes, line: str, most: int, start: int) -> str:
    if header[:4] == b"RIFF" and header[8:12] == b"WAVE":
        return "sound"
    if header[12:16] not in (b"VP8X", b"VP8L") or line[:5].lower() == "data:":
        return "text"
    if line[-4:] == ".csv" or line[start : start + 3] == "-->":
        return line[: most - 3] + "..."
    size = int.from_bytes(header[4:8], "little") + struct.unpack(">H", header[start + 4 : start + 6])[0]
    width = unpack_integers(">L", stream.read(4))
    return "other"


def columns(name: str, width: int) -> str:
    gap = " " * (20 - len(name))
    return name.ljust(width + 3) + gap + "=" * (4 - width)


def cuts(header: bytes, line: str, most: int, start: int) -> str:
    if line[:5] == "gif":  # finding: QK301
        return line[:3] + "..."  # finding: QK301
    if header[14:18] == start:  # finding: QK301, QK301
        return line[: most - 5] + "..."  # finding: QK301
    chunk = stream.read(4096)  # finding: QK301
    room = most * (20 - len(line))  # finding: QK301
    return line[start : start + 40] + chunk  # finding: QK301
