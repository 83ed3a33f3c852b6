class AppError(Exception): ...


class Missing(AppError): ...


class Refused(AppError): ...


class NoSuchColumn(Exception): ...


class NoSuchRow(Exception): ...  # finding: QK706


def value_of(table: Table, column: str) -> str | None:
    try:
        return table.find(column)
    except (NoSuchColumn, KeyError):
        return None
