# path: app/convert.py
import os


class Program:
    def main(self) -> None:
        convert(os.environ["SHOP_URL"])  # finding: QK503


def outer() -> None:
    def main() -> None:
        convert(os.environ["SHOP_KEY"])


def _main() -> None:
    def part() -> None:
        convert(os.environ["SHOP_PART"])


if __name__ == "__main__":
    main()
    _main()
