RANK = lambda row: row.score * 3.5  # finding: QK301
by_age = sorted(rows, key=lambda row: row.age > 65)  # finding: QK301
handlers = [lambda event: event.size > 4096]  # finding: QK301


class Table:
    weigh = staticmethod(lambda row: row.kilos * 2.2)  # finding: QK301


def report(rows: list[Row]) -> str:
    heavy = [row for row in rows if row.kilos > 25]  # finding: QK301
    sizes = {row.name: row.kilos * 2.2 for row in rows}  # finding: QK301
    dated = any(row.days >= 14 for row in rows)  # finding: QK301
    scores = defaultdict(lambda: 1500.0)  # finding: QK301
    ordered = sorted(rows, key=lambda row: row.score + 0.5)  # finding: QK301
    return f"{rows[0].name[:38]} {len(rows) / 3} {dated}"  # finding: QK301, QK301


def plain(rows: list[Row]) -> str:
    first = sorted(rows, key=lambda row: row.score)[0]
    pairs = [(row.name, 5) for row in rows]
    return f"{first.name[:1]} {len(rows) * 100:.2f} {first.name:>{12}} {pairs}"
