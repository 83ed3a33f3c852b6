def show(value: float, text: str, data: object) -> str:
    rounded = round(value, 3) + np.round(value, 4)
    parsed = int(text, 16) + int(text, base=36)
    power = value**3 + 2**31 + 10**6 + pow(value, 3)
    grown = 1.1**value  # finding: QK301
    dumped = json.dumps(data, indent=4)
    tree.indent(4)
    columns = text.ljust(30) + text.zfill(8) + text.center(40)
    logarithm = math.log(value, 10)
    nested = f"{value:>{10}.{3}f}"
    return f"{value:>12,.2f} {columns}"


def places(text: str, row: tuple[str, ...], index: int, found: Match[str]) -> str:
    third = row[3] + row[12] + row[-4]
    beside = row[index + 3]
    year, month = found.group(3), found.group(4)
    user, host = text.rsplit("@", 3)
    far = row[index + 17]  # finding: QK301
    day = date(2024, 12, 31) - datetime(2000, 2, 29)
    return row.pop(3)
