import math
from argparse import ArgumentParser

from flask import flash


class Changelog:
    def info(self, text: str) -> None: ...


class History:
    def error(self, text: str) -> None: ...


def run(parser: ArgumentParser, size: float, log: History) -> None:
    parser.error(f"{size} is too large")
    math.log(f"{size}")
    flash.info(f"{size}")
    log.error(f"{size}")
    print(f"{size}")
    raise ValueError(f"{size}")
