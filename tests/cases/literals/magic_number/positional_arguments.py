async def work(items: list[int], amount: float, name: str) -> None:
    await asyncio.sleep(0.5)  # finding: QK301
    time.sleep(2)  # finding: QK301
    for attempt in range(3):  # finding: QK301
        retry(attempt)
    for start in range(0, len(items), 50):  # finding: QK301
        send(items[start:])
    top = Counter(items).most_common(5)  # finding: QK301
    rows = query.limit(20).all()  # finding: QK301
    capped = min(amount, 99.5)  # finding: QK301
    delay = max(int(amount or 1), 10)  # finding: QK301
    price = PRICES.get(name, 1490)  # finding: QK301
    cache.setex(name, 300, amount)  # finding: QK301
    code = random.randint(1000, 9999)  # finding: QK301, QK301
    pick(7 if top else None)  # finding: QK301
    pick(amount or 7)  # finding: QK301
    pick(-7)  # finding: QK301
    pick(5 * 60)  # finding: QK301
    raise TooMany("rows", 37)  # finding: QK301


def plain(items: list[int], text: str) -> None:
    pick(0, 1, -1)
    pick(*items, text, LIMIT, [3, 4], {"a": 5}, (6, 7))
    pick([value for value in items])
    whole = int(3.0)
    exact = Decimal(25)
    size = int(text or 500)
