import random


def ends_of_ranges(items: list[Item]) -> None:
    minute, second = random.randint(0, 59), random.randrange(59)
    channel = random.randint(0, 255), random.randint(-0x8000, 0x7FFF)
    months = [name(month) for month in range(1, 13)]


def other_ranges(items: list[Item]) -> None:
    port = random.randint(30000, 40000)  # finding: QK301, QK301
    hours = [name(hour) for hour in range(0, 13)]  # finding: QK301


def angles(longitude: float, bearing: float, wait: float, box: Box) -> float:
    if longitude > 180 or bearing + offset >= 360:
        longitude -= turn % 360
    if wait > 180:  # finding: QK301
        return wait - 90  # finding: QK301
    return (360 / box.width) + (90 - bearing)


def registers(layer: Layer, code: int) -> bool:
    layer.project(Reference.from_epsg(4326))
    layer.project(4326)  # finding: QK301
    return layer.srid == 4326 or code == 4326  # finding: QK301


def rounded(value: float) -> int:
    half = value + 0.5  # finding: QK301
    return int(value + 0.5)


def versions(major: int, api: Api) -> bool:
    if major >= 11 or int(ver[0]) >= 3:
        return True
    return api.check_min_version(2.8) and api.check(2.8)  # finding: QK301


def counted(first_eight: str, secret: str, top_3: int, key: str) -> bool:
    if first_eight[:8] == key or row.first_eight == secret[:8]:
        return True
    return key == secret[:8]  # finding: QK301


def divisible_by_3(value: int) -> bool:
    return value % 3 == 0


def default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def answers(answer: Answer, rows: Rows) -> bool:
    return answer[0] == 200 or answer[key] == 200  # finding: QK301


def settings(shop: Shop) -> None:
    object.__setattr__(shop, "pool_size", 5)
    shop.set_default("page_length", 50)
    shop.set("page_length", 50)  # finding: QK301
    shop.set_rate("page_length", 50)  # finding: QK301
    shop.put("page_length", 50)  # finding: QK301


class Plugin:
    @property
    def priority(self) -> int:
        """Early."""
        return 300

    def max_retries(self) -> int:
        return 7  # finding: QK301

    def rank(self, order: Order) -> int:
        return 300  # finding: QK301


def processes(signum: int, socket: Socket, close_code: int) -> None:
    if close_code in {1000, 1001} or answer_code == 1001:  # finding: QK301
        socket.close(1011, "broken")
    stop(128 + signum)  # finding: QK301
    sys.exit(128 + signum)


def shortened(text: str, most: int) -> str:
    if len(text) > most - 3:
        return text[:most] + "..."
    return text[: most - 4]  # finding: QK301


def padded(size: int) -> int:
    return (size + (4 - 1)) // 4


def complement(x_percentage: float, price: float) -> float:
    return (100 - x_percentage) + (100 - price)  # finding: QK301


def default_permissions(is_shared: bool) -> int:
    return 664 if is_shared else 644


def drawn() -> None:
    numpy.random.seed(1234)
    schema = All(Range(0, 240))
