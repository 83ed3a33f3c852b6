# options: {"program-libraries": ["cyclopts"]}
import click


@click.command()
def load(path: str) -> None:
    print(path)  # finding: QK401
