# path: app/mail/send.py
from os import environ as env
from os import getenv


def send(names: list[str]) -> None:
    env["LC_ALL"] = "C"
    host = getenv("SMTP_HOST", "localhost")  # finding: QK503
    port = env["SMTP_PORT"]
    if "SMTP_USER" in env:
        host = env.get("SMTP_USER")
    for name in ("SMTP_A", "SMTP_B"):
        host = env.get(name)
