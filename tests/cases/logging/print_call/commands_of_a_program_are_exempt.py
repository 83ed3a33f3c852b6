# path: app/commands/orders.py
import click


@click.command()
def place() -> None:
    print("placed")
