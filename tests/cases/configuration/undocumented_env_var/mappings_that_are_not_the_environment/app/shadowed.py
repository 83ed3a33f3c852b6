from os import environ


def handle(environ: dict[str, str]) -> str:
    return environ["PATH_INFO"]


def real() -> str:
    return environ["REAL"]  # finding: QK501


def local() -> str:
    environ = {"LOCAL": "x"}
    return environ["LOCAL"]


def loop(requests: list[dict[str, str]]) -> list[str]:
    return [environ["HTTP_HOST"] for environ in requests]
