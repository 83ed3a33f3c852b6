import typer as t


def load(path: str) -> None:
    print(path)


def start() -> None:
    t.run(load)
