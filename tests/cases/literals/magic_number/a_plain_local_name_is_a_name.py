def load(text: str, given: int | None, rows: list[Row]) -> None:
    batch_size = 50
    ratio: float = 0.85
    low, high = 5, 95
    self.timeout = 30
    config["limit"] = 40
    wait = 5 if given is None else given
    size = given or 250
    amount = int(given or 1000)
    minutes = float(text if text else 15)
    below = -40
    lifetime = 14 * 24 * 60 * 60
    delays = [1, 5, 30]
    weights = {"a": 0.3, "b": 0.7}
    if (found := 12) and rows:
        pass
    for delay in (1, 5, 30):
        pass


def used_at_once(text: str, given: int) -> None:
    size = given * 250  # finding: QK301
    wait = min(given, 30)  # finding: QK301
    is_long = given > 95  # finding: QK301
    code = text[:6]  # finding: QK301
