import asyncio
import sys
from functools import lru_cache


class Report:
    def show(self) -> None:
        print("x")


@lru_cache
def _width() -> int:
    print("x")
    return 80


def countdown(number: int) -> None:
    print(number)
    if number:
        countdown(number - 1)


async def main() -> int:
    def inner() -> None:
        print("x")

    inner()
    print("x", _width())
    Report().show()
    countdown(3)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
