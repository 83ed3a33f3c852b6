import io
import sys
from pathlib import Path
from pprint import pp, pprint
from sys import stderr, stdout
from typing import TextIO

buffer = io.StringIO()


def export(rows: list[str], target: TextIO, path: Path) -> None:
    print(rows, file=target)
    print(rows, file=buffer)
    print(rows, file=io.StringIO())
    print(rows, sep="", file=target, flush=True)
    print(file=target)
    pprint(rows, stream=target)
    pprint(rows, target)
    pp(rows, target)
    pp(rows, stream=buffer)
    print(rows, file=target or sys.stdout)
    print(rows, file=target if rows else sys.stdout)
    print(rows, file=getattr(sys, "stdout"))
    with path.open() as opened:
        print(rows, file=opened)


class Writer:
    def write(self, text: str) -> None:
        print(text, file=self.target)


def to_a_standard_stream(rows: list[str]) -> None:
    out = sys.stdout
    print(rows, file=sys.stdout)  # finding: QK401
    print(rows, file=sys.__stdout__)  # finding: QK401
    print(rows, file=stdout)  # finding: QK401
    print(rows, file=out)  # finding: QK401
    print(rows, file=None)  # finding: QK401
    print(rows, file=sys.stderr)  # finding: QK401
    print(rows, file=sys.__stderr__)  # finding: QK401
    print(rows, file=stderr)  # finding: QK401
    print(rows, file=sys.stderr if rows else sys.stdout)  # finding: QK401
    pprint(rows, sys.stdout)  # finding: QK401
    pprint(rows, stream=sys.stderr)  # finding: QK401
    pprint(rows, indent=2)  # finding: QK401
    pp(rows, None, 2)  # finding: QK401
    print(rows, stdout)  # finding: QK401
    print(*rows)  # finding: QK401
    print(*rows, **{})  # finding: QK401
    pprint(*rows)  # finding: QK401
    pprint(rows, **{})  # finding: QK401
    pprint(rows, indent=stderr)  # finding: QK401
