import click


@click.command
@click.option("--path")
def load(path: str) -> None:
    print(path)
