def dimensions(model: str) -> int:
    if model.startswith("small"):
        return 384
    if model.startswith("base"):
        return 768
    if model.startswith("wide"):
        return 1024
    return 1536


def rank(kind: str) -> int:
    if kind == "error":
        return 2
    if kind == "warning":
        return 1
    return 0


def check(text: str) -> int:
    if not text:
        return 4  # finding: QK301
    return 3 if text.isdigit() else run(text)  # finding: QK301


def code(error: str) -> int:
    if error == "config":
        return 2  # finding: QK301
    return 0 if error else 5  # finding: QK301


def discount(total: int, is_member: bool) -> int:
    if is_member:
        return 15  # finding: QK301
    return 5 if total > 100 else 0  # finding: QK301, QK301


def confidence(text: str) -> float:
    if not text:
        return 0.35  # finding: QK301
    if text.isdigit():
        return 0.65  # finding: QK301
    if text.isupper():
        return 0.75  # finding: QK301
    return 0.95  # finding: QK301
