import logging
import os
import sys
import traceback

import click
import rich
import typer

logger = logging.getLogger(__name__)

click.echo("x")
click.secho("x")
typer.echo("x")
typer.secho("x")
rich.print("x")
sys.stdout.write("x")
sys.stderr.write("x")
sys.stdout.writelines(["x"])
os.write(1, b"x")
traceback.print_exc()
traceback.print_stack()
logger.info("print")


def fingerprint(text: str) -> str:
    return text


def print_report(text: str) -> None:
    logger.info(text)


fingerprint("x")
print_report("x")
print("x")  # finding: QK401
