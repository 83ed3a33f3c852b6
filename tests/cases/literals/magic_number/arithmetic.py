def totals(net: float, count: int, started: float) -> float:
    gross = net * 1.19  # finding: QK301
    fee = net / 3  # finding: QK301
    left = 98 - count % 97  # finding: QK301, QK301
    until = started + 1800  # finding: QK301
    ends = started + 5 * 60  # finding: QK301
    share = -net * 0.5  # finding: QK301
    quarter = count // 4
    rows = [None] * 26  # finding: QK301
    return gross + fee + left + until + ends + share + quarter + len(rows)


def rhythm(step: int) -> None:
    if step % 100 == 0:  # finding: QK301
        log.info("still going")


def plain(net: float, count: int) -> float:
    timeout = 5 * 60
    window = 256 * 1024
    share = 1 / 3 if count else 0.5
    line = "-" * 72
    margin = f"{net}" * 4
    padding = "=" * (-len(line) % 4)
    return net + 1 - count * 1 + timeout + window + share
