import builtins


def load() -> None:
    print("x")


def print(text: str) -> None:
    builtins.print(text)
    raise ValueError(text)


print("x")
