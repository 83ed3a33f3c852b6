def halves(values: list[int], text: str, index: int, matrix: Matrix) -> None:
    middle = len(values) // 2
    double, half, is_even = middle * 2, middle / 2.0, index % 2 == 0
    if len(values) == 2 or len(values) < 2 or text.count(":") != 2:
        pass
    if matrix.ndim > 2 or matrix.shape[0] == 2:
        pass
    for _ in range(2):
        pass
    for place in range(0, len(values), 2):
        pass
    pairs = itertools.combinations(values, 2)
    key, value = text.split("=", 2)
    after = text.find("x", index + 2)
    room = len(text) - 2
    delay = middle * 2**index


def exact_shapes(parts: list[str]) -> None:
    if len(parts) == 3 or len(parts) != 4:
        pass


def other_twos(attempt: int, total: int, verbosity: int) -> None:
    if attempt > 2:  # finding: QK301
        pass
    if verbosity >= 2:
        pass
    wait(2)  # finding: QK301
    seats = total + 2  # finding: QK301


def lengths_that_are_limits(parts: list[str]) -> None:
    if len(parts) > 3:  # finding: QK301
        pass
    if len(parts) == 6:  # finding: QK301
        pass
    triples = itertools.combinations(parts, 3)  # finding: QK301
    for _ in range(4):  # finding: QK301
        pass
