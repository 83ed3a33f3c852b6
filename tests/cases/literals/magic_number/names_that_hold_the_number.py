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


def sample_rate_of(track: Track) -> int:
    return track.bytes // 320  # finding: QK301


def styles() -> dict[str, str]:
    return {"purple": escape(35), "bold": escape(1, 31)}  # finding: QK301


class MissingError(ShopError):
    def code(self) -> int:
        return 404

    def codes(self) -> int:
        return 404  # finding: QK301
