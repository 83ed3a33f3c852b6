from random import choice, randint, random


def parts_of_moments(row: Row, text: str, name: str) -> str:
    day = row.created_at.isoformat()[:10] + str(row.paid_at)[:19]
    moment = datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")
    if moment:
        return row.created_at[:16]
    return name[:10] + row.created_at[:12]  # finding: QK301, QK301


def roots(a: float, b: float, c: float) -> float:
    disc = b**2 - 3 * a * c  # finding: QK301
    return disc + a * 3  # finding: QK301


def orders(shops: list[Shop]) -> list[Order]:
    count = randint(5, 40)
    return [Order(choice(shops), total=random() * 250 + 3) for _ in range(count)]


def wait(delay: float) -> float:
    return delay + random() * 0.25  # finding: QK301


def validate_latitude(value: float) -> bool:
    return -90 <= value <= 90


def validate_share(value: float) -> bool:
    return -90 <= value <= 90  # finding: QK301


def http_error(answer: Answer, taken: Answer) -> bool:
    return 100 <= answer.value <= 599


def is_fine(http_answer: int, answer: int) -> bool:
    return http_answer < 300 and answer < 300  # finding: QK301


def gather(codes: Answers) -> None:
    codes.statuses.append(404)
    codes.rows.append(404)  # finding: QK301


def held(size: int) -> int:
    return min(size, 0xFFFFFFFF) + min(size, 65000)  # finding: QK301
