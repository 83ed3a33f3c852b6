from typing import Annotated

import click
import typer

TOKEN = "SHOP_TOKEN"


@click.command()
@click.option("--port", envvar="SHOP_PORT", default=8000)  # finding: QK501
@click.option("--host", envvar=["SHOP_HOST", "SHOP_ADDRESS"])  # finding: QK501
@click.option("--user", envvar=["SHOP_USER", "DOCUMENTED"])
@click.option("--name", envvar="DOCUMENTED")
@click.argument("target", envvar="SHOP_TARGET")  # finding: QK501
def serve(port, host, user, name, target): ...


def login(
    token: Annotated[str, typer.Option(envvar=TOKEN)],  # finding: QK501
    page: int = typer.Argument(1, envvar="SHOP_PAGE"),  # finding: QK501
): ...


describe(envvar="NOT_AN_OPTION")
