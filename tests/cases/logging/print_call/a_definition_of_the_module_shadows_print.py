import builtins


def load() -> None:
    print("x")


def print(text: str) -> None:
    builtins.print(text)  # finding: QK401
    raise ValueError(text)


print("x")
