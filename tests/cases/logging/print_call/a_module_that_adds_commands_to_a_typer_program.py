from app.program import app
from typer import Argument


@app.command("load")
def load(path: str = Argument()) -> None:
    print(path)
