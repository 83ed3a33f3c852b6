# path: app/send_mail.py
import os

import typer

program = typer.Typer()


@program.command()
def send() -> None:
    deliver(os.environ["SMTP_HOST"])
