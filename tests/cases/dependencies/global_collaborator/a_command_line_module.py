# path: app/commands.py
import typer


class JobManager: ...


manager = JobManager()
app = typer.Typer()


@app.command()
def run():
    manager.run()
