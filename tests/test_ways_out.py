"""The way out that a finding names: in the words of the place where it is."""

from __future__ import annotations

import pytest

from tests.examples import findings

_OBJECT = "class MailClient: ...\n\n\nMAIL_CLIENT = MailClient()\n"
_ROUTE = (
    "from fastapi import APIRouter\n\nfrom app.mail import MAIL_CLIENT\n\nrouter = APIRouter()\n\n\n"
    '@router.post("/mails")\nasync def send() -> None:\n    MAIL_CLIENT.send()\n'
)
_CLASS = (
    "from app.mail import MAIL_CLIENT\n\n\n"
    "class Mails:\n    def send(self) -> None:\n        MAIL_CLIENT.send()\n"
)


def way_out(text: str, code: str, path: str = "app/module.py", **beside: str) -> str:
    """What stands behind the semicolon of the one finding."""
    files = {path: text, **{f"app/{name}.py": other for name, other in beside.items()}}
    (finding,) = findings(files, code)
    return finding.message.split("; ", 1)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_CLASS, "receive it as a parameter, `mail_client: MailClient`"),
        (
            _ROUTE,
            "receive it as a parameter, `mail_client: Annotated[MailClient, Depends(get_mail_client)]`",
        ),
    ],
    ids=["class", "route"],
)
def test_an_object_is_received_as_a_parameter_and_by_a_route_with_depends(text: str, expected: str) -> None:
    assert way_out(text, "QK202", mail=_OBJECT) == expected


@pytest.mark.parametrize(
    ("head", "call", "expected"),
    [
        ("", "self.log.error", "use `self.log.exception(...)` or give `exc_info=True`"),
        ("", "await logger.aerror", "use `await logger.aexception(...)` or give `exc_info=True`"),
        (
            "from loguru import logger as log\n\n\n",
            "log.critical",
            "use `log.exception(...)` or `log.opt(exception=True)`",
        ),
    ],
)
def test_a_traceback_is_logged_by_the_same_logger(head: str, call: str, expected: str) -> None:
    text = (
        f"{head}async def send(self) -> None:\n    try:\n        await mail()\n"
        f'    except Exception:\n        {call}("not sent")\n'
    )
    assert way_out(text, "QK405") == expected


@pytest.mark.parametrize(
    "text",
    [
        'import os\n\nKEY = os.getenv("API_KEY", "kh37Qd-9f8e7d")\n',
        'class Settings(BaseSettings):\n    api_key: str = "kh37Qd-9f8e7d"\n',
    ],
)
def test_a_default_is_left_out_and_not_read_once_more(text: str) -> None:
    assert way_out(text, "QK504") == "leave the default out, so that a missing secret is noticed at the start"
