from typer import Argument

from app.program import app


@app.command("load")
def load(path: str = Argument()) -> None:
    print(path)
