"""What kind of object an expression is, and which functions are routes, as rules are told."""

from __future__ import annotations

import libcst as cst
import pytest

from quality_kit.frameworks.receivers import Receivers
from quality_kit.frameworks.routes import routes
from quality_kit.source import SourceFile
from quality_kit.tree import ParsedFile, parse

_TYPES = {
    "import requests\ns = requests.Session()\nit(s)\n": "requests.Session",
    "import requests as r\nwith r.Session() as s:\n    it(s)\n": "requests.Session",
    "from .repos import Repo\ndef f(repo: Repo | None): it(repo)\n": ".repos.Repo",
    "from typing import Optional\nfrom a import B\ndef f(b: Optional['B']): it(b)\n": "a.B",
    "from a import B\nfrom typing import Annotated\ndef f(b: Annotated[B, 1]): it(b)\n": "a.B",
    "import boto3\nc = boto3.client('s3')\nit(c)\n": "boto3.client()",
    "import boto3\nc = boto3.client('s3').meta()\nit(c)\n": "boto3.client().meta()",
    "class A: ...\na = A()\nit(a)\n": ":A",
    "from x import S\ndef db() -> S: ...\ndef f(s=Depends(db)): it(s)\nfrom fastapi import Depends\n": "x.S",
    "from x import S\nclass A:\n    def __init__(self, s: S): self.s = s\n    def g(self): it(self.s)\n": "x.S",
    "from x import S\nclass A:\n    s: S\n    def g(self): it(self.s)\n": "x.S",
    "from x import S, T\na = S() if 1 else T()\nit(a)\n": None,
    "from x import S\na = None\na = S()\nit(a)\n": "x.S",
    "from sqlalchemy.orm import sessionmaker\nMake = sessionmaker()\ns = Make()\nit(s)\n": "sqlalchemy.orm.Session",
    "from a import B, sessionmaker\nMake = sessionmaker(class_=B)\nwith Make() as s:\n    it(s)\n": "a.B",
    "from a import B\ndef db():\n    yield B()\ndef f(b=Depends(db)): it(b)\nfrom fastapi import Depends\n": "a.B",
    "from a import B\ndef db() -> Iterator[B]: ...\nwith db() as b:\n    it(b)\n": "a.B",
    "from a import B\nBDep = Annotated[B, 1]\ndef f(b: BDep): it(b)\n": "a.B",
    "a = a\nit(a)\n": None,
    "def f(a): it(a)\n": None,
}


@pytest.mark.parametrize("code", _TYPES)
def test_the_type_of_an_object_is_known(code: str) -> None:
    file = _parsed(code)
    call = next(call for call in file.tree.of(cst.Call) if getattr(call.func, "value", "") == "it")
    assert Receivers(file).type_of(call.args[0].value) == _TYPES[code]


_APP = """
from fastapi import APIRouter, FastAPI
from app.main import app as backend
from app.clients import http

router = APIRouter(prefix="/v1")

@router.get("/users", status_code=200)
def users(): ...

@backend.api_route(path="/both", methods=["GET", "POST"])
async def both(): ...

@router.websocket("/ws")
async def talk(ws): ...

@http.get("/no")
def no(): ...

@router.on_event("startup")
def start(): ...
"""


def test_routes_are_known_by_their_router() -> None:
    found = routes(_parsed(_APP))
    assert [(route.handler.name.value, route.methods, route.path) for route in found] == [
        ("users", ("get",), "/users"),
        ("both", ("get", "post"), "/both"),
        ("talk", ("websocket",), "/ws"),
    ]
    assert [route.is_websocket for route in found] == [False, False, True]


def _parsed(code: str) -> ParsedFile:
    return parse(SourceFile("app/module.py", code.encode()))
