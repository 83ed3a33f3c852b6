# path: app/convert.py
import os
import sys


def main() -> None:
    convert(os.environ["SHOP_URL"], sys.argv[1])


def helper() -> str:
    return os.environ["SHOP_KEY"]  # finding: QK503


if __name__ == "__main__":
    main()
    helper()
