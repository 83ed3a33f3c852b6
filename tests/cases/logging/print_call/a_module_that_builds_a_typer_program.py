import typer

app = typer.Typer()


@app.command()
def load(path: str) -> None:
    print(path)


def helper() -> None:
    print("x")
