import argparse
import sys

from rich.console import Console

console = Console()


def run() -> None:
    arguments = argparse.ArgumentParser().parse_args()
    for path in arguments.paths:
        try:
            parse(path)
        except Exception as error:
            print(f"{path} cannot be read: {error}")
        try:
            parse(path)
        except Exception as error:
            sys.stderr.write(f"{error}\n")
        try:
            parse(path)
        except Exception as error:
            reason = str(error)
            console.print(reason)
        try:
            parse(path)
        except Exception:  # finding: QK701
            print("cannot be read")
        try:
            parse(path)
        except Exception as error:  # finding: QK701
            path.reason(f"{error}")
