def debug(rows: list[int]) -> None:
    from pprint import pprint

    pprint(rows)  # finding: QK401


def other(rows: list[int], pprint: object) -> None:
    pprint(rows)


def undefined(rows: list[int]) -> None:
    pprint(rows)
    pp(rows)
