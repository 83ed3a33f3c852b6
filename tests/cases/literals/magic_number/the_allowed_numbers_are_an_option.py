# options: {"allowed": [0, 5, -1]}
def check(value: int) -> bool:
    if value > 5 or value == -1 or value < 0:
        return True
    if value > 1:  # finding: QK301
        return False
    return value > -5  # finding: QK301
