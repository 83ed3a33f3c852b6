import logging


def replace() -> None:
    global print
    print = logging.info
    print("x")


def load() -> None:
    print("x")
