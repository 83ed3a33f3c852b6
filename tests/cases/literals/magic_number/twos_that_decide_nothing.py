def structure(matrix: Matrix, step: int, order: Order, words: list[str]) -> None:
    if matrix.split == matrix.rank - 2 or step == 2:
        pass
    first, second = matrix.chunk(2)
    if order.state == 2 or order.kind in (2, other):  # finding: QK301, QK301
        pass
    stream.seek(0, 2)  # finding: QK301
    if order.attempts > 2:  # finding: QK301
        sleep(2)  # finding: QK301
    record = words[1:7] + words[0:7]  # finding: QK301
