import argparse
import asyncio

import click
import typer


def show(options: argparse.Namespace) -> None:
    click.echo(click.style("x"))
    typer.echo("x")
    asyncio.run(options.start())
    print("x")  # finding: QK401
