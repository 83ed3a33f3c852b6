double = lambda a: a * 2
keyed = sorted([], key=lambda *parts, **options: parts)


def ordered(rows: list[int], key: object = lambda row: row) -> list[int]:
    return sorted(rows, key=lambda row: -row)


def untyped(rows, key: object = lambda row: row) -> list[int]:  # finding: QK101
    return sorted(rows, key=lambda row: -row)


class Users:
    name = lambda self: ""
