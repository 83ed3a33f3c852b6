# path: app/server.py
import os


def main() -> None:
    serve(os.environ["SHOP_URL"])  # finding: QK503


def run() -> None:
    main()
