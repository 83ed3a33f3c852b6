class AppError(Exception): ...


class Missing(AppError): ...


class Refused(AppError): ...


class NoSuchColumn(Exception): ...


class NoSuchRow(Exception): ...  # finding: QK706


class NoSuchTable(Exception): ...  # finding: QK706


def value_of(table: Table, column: str) -> str | None:
    try:
        return table.find(column)
    except (NoSuchColumn, NoSuchTable, KeyError):
        return None


def check(table: Table, column: str, row: int) -> None:
    if column not in table.columns:
        raise NoSuchColumn(column)
    if row not in table.rows:
        raise NoSuchRow(row)
