def on_settings_migrate(current: int | None, schema_version: int, rows: list[Row]) -> None:
    if current is None or current < 5 or schema_version == 37:
        rename(rows)
    if len(rows) > 5173:  # finding: QK301
        raise TooMany(rows)


def migrate_orders(data: dict[str, int], done: int) -> None:
    if data["v"] < 3 or data["rev"] >= 12:
        pass
    if done > 25 or data["total"] == 12:  # finding: QK301, QK301
        pass
    current = len(data)
    if current > 5173:  # finding: QK301
        pass


def settings(current: int) -> bool:
    return current < 5  # finding: QK301
