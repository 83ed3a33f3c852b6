from rich import print


def load() -> None:
    print("x")


class Loader:
    def load(self) -> None:
        print("x")
        [print(row) for row in ()]
