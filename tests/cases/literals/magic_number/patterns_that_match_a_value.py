def name(code: int, point: Point, event: dict[str, int]) -> str:
    match code:
        case 3:  # finding: QK301
            return "three"
        case 4 | 5:  # finding: QK301, QK301
            return "few"
        case -7:  # finding: QK301
            return "below"
        case 0 | 1 | -1:
            return "plain"
    match point:
        case Point(x=12):  # finding: QK301
            return "right"
        case [37, _]:  # finding: QK301
            return "first"
        case Point(x=0, y=other):
            return other
    match event:
        case {"level": 40}:  # finding: QK301
            return "error"
        case {"level": Level.ERROR}:
            return "named"
    return "unknown"
