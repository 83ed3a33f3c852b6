def report(durations: list[float], rows: list[Row]) -> dict[str, object]:
    p95 = quantile_of(durations, 95)
    top_10 = rows[:10]
    return {
        "p99": rank(durations, 0.99),
        "last_30_days": count(rows, 30),
        "top": rows[:10],  # finding: QK301
        "month": count(rows, 30),  # finding: QK301
        "rest": (p95, top_10),
    }


def last_90_days(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.age < 90]


def upload_to_s3(rows: list[Row]) -> None:
    for _ in range(3):  # finding: QK301
        put(rows)


def create_sample_orders(shop: Shop) -> None:
    for number in range(25):
        shop.add(number, 1490)


def get_demo_orders(shop: Shop) -> list[Order]:
    return shop.orders(37)


def load_examples(folder: Path) -> list[Row]:
    return [row for row in rows_of(folder) if len(row) > 384]  # finding: QK301


def get_sample_rate(track: Track) -> bool:
    return track.rate > 384  # finding: QK301


def build_sample_weights(rows: list[Row]) -> list[float]:
    return [row.weight * 0.85 for row in rows]  # finding: QK301


def sample_rate_of(track: Track) -> int:
    return track.bytes // 320  # finding: QK301


def styles() -> dict[str, str]:
    return {
        "purple": escape(35),
        "green": escape(32),
        "bold": escape(1, 31),  # finding: QK301
        "bright": bright(95),  # finding: QK301
    }


def policies() -> dict[str, object]:
    return {
        "ttl": clock.minutes(37),  # finding: QK301
        "max_age": clock.minutes(45),  # finding: QK301
        "retries": clock.Retry(7),  # finding: QK301
    }


class MissingError(ShopError):
    def code(self) -> int:
        return 404

    def codes(self, kind: str) -> int:
        return 404  # finding: QK301
