"""What a review lays beside a guide's questions: a word of the guide, a change, the places."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality_kit.guides import EVIDENCE
from tests.reviews import changed, review

_ROUTER = (
    "from fastapi import APIRouter, Depends, HTTPException\n\nrouter = APIRouter(prefix='/orders')\n\n\n"
)
_MODELS = "from sqlalchemy.orm import relationship\n\nfrom app.base import Base\n\n\n"

#: By the guide's word: a new file, and what is told of it.
CASES: dict[str, list[tuple[str, str, list[str]]]] = {
    "config-dicts": [
        (
            "app/x.py",
            "def f(config: dict[str, str], x: int) -> str:\n    return config['host']\n",
            ["1 parameter config: dict[str, str]", "2 config['host']"],
        ),
        ("app/x.py", "def f(config: Settings) -> str:\n    return config.hosts[0]\n", []),
    ],
    "model-fields": [
        (
            "app/x.py",
            _MODELS + "class Order(Base):\n    __tablename__ = 'orders'\n    lines = relationship('Line')\n",
            [
                "6 Order: base Base, no time stamps of its own, "
                "1 of its relationships on one side only: relationship('Line')"
            ],
        ),
        (
            "app/x.py",
            _MODELS + "class Order(Base):\n    created_at = mapped_column()\n"
            "    lines = relationship('Line', back_populates='order')\n",
            ["6 Order: base Base, time stamps created_at"],
        ),
    ],
    "odd-names": [
        (
            "app/x.py",
            "class order_line:\n    def addItem(self, theItem: int) -> None:\n        self.x = theItem\n",
            ["1 class order_line", "2 function addItem", "2 parameter theItem of addItem"],
        ),
        ("app/x.py", "class V(NodeVisitor):\n    def visit_Call(self, node: Call) -> None: ...\n", []),
    ],
    "queries-in-loops": [
        (
            "app/x.py",
            "def f(session: Session) -> None:\n    for each in session.scalars(q):\n"
            "        session.execute(each)\n    [db.query(x).first() for x in y]\n",
            ["3 session.execute(each)", "4 db.query(x)"],
        ),
        (
            "app/x.py",
            "def f(session: Session) -> None:\n    while session.scalar(q):\n        g()\n"
            "    h([x for x in y if session.scalar(x)])\n    h([z for x in y for z in session.scalars(x)])\n"
            "    h([x for x in session.scalars(q)])\n    occur.execute(1)\n",
            ["2 session.scalar(q)", "4 session.scalar(x)", "5 session.scalars(x)"],
        ),
    ],
    "retry-loops": [
        (
            "app/x.py",
            "def f() -> int:\n    while tries < most:\n        try:\n            return g()\n"
            "        except OSError:\n            tries += 1\n",
            ["2 while tries < most"],
        )
    ],
    "security-dependencies": [
        (
            "app/x.py",
            _ROUTER
            + "@router.get('/{n}')\ndef one(n: int, user: User = Depends(get_user)) -> int:\n"
            + "    raise HTTPException(403)\n\n\n@router.get('/')\ndef every() -> int:\n    return 1\n",
            [
                "7 GET /orders/{n}: lets in get_user, raises 403",
                "12 GET /orders/: no guard of its own",
            ],
        )
    ],
    "slow-routes": [
        (
            "app/x.py",
            f"import httpx\n{_ROUTER}@router.post('/')\ndef add() -> int:\n    httpx.get('x')\n"
            "    return self.mails.send_mail(1)\n",
            ["8 POST /orders/ waits for `httpx.get`, `self.mails.send_mail`"],
        )
    ],
    "unlimited-routes": [
        (
            "app/x.py",
            f"from slowapi import Limiter\n{_ROUTER}@router.get('/a')\n@limiter.limit('1/s')\ndef a() -> int: ...\n"
            "\n\n@router.get('/b')\ndef b() -> int: ...\n",
            ["13 GET /orders/b"],
        ),
        ("app/x.py", f"{_ROUTER}@router.get('/b')\ndef b() -> int: ...\n", []),
    ],
    "health-routes": [
        (
            "app/x.py",
            f"{_ROUTER}@router.get('/health')\ndef fine() -> int: ...\n",
            ["7 GET /orders/health"],
        ),
        (
            "app/x.py",
            f"{_ROUTER}@router.get('/b')\ndef b() -> int: ...\n",
            ["no file speaks of a health check"],
        ),
    ],
    "settings-fields": [
        (
            "app/x.py",
            "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n"
            "    host: str\n    port: int = 80\n",
            ["5 HOST must be set", "6 PORT is 80 by default"],
        )
    ],
    "test-patches": [
        (
            "tests/test_x.py",
            "def test_a(monkeypatch: M) -> None:\n    monkeypatch.setattr(x, 'y', 1)\n    assert x.y\n",
            ["2 monkeypatch.setattr(x, 'y', 1)"],
        ),
        ("app/x.py", "def f(monkeypatch: M) -> None:\n    monkeypatch.setattr(x, 'y', 1)\n", []),
    ],
    "changed-code-without-tests": [("app/x.py", "def f() -> int:\n    return 1\n", ["app/x.py"])],
    "coverage-report": [
        (
            "coverage.json",
            '{"meta": {"format": 3}, "files": {"a.py": {"executed_lines": [1], "missing_lines": [2, 3]}}}',
            ["a.py 1 of 3 changed lines covered"],
        )
    ],
}


@pytest.mark.parametrize(
    ("kind", "path", "code", "told"), [(kind, *case) for kind, cases in CASES.items() for case in cases]
)
def test_evidence_is_gathered(tmp_path: Path, kind: str, path: str, code: str, told: list[str]) -> None:
    guide = f'title = "Ours"\n[[checklist]]\ntext = "Look."\nquestion = "Well?"\nevidence = "{kind}"\n'
    settings = '[tool.quality-kit]\nguide = "guide.toml"\nlinters = []\n'
    before = {"pyproject.toml": settings, "guide.toml": guide, "app/__init__.py": ""}
    after = {path: code}
    if path == "coverage.json":
        after = {"a.py": "def f(x: int) -> int:\n    x = g(x)\n    return x\n", path: code}
    (item,) = review(cwd=changed(tmp_path, before, after))["checklist"]
    assert (item["text"], item["verdict"]) == ("Well?", "judge")
    places = [each.removeprefix(f"{path}:") for each in item["evidence"]]
    assert places == told


def test_every_word_of_the_guides_is_gathered() -> None:
    assert set(CASES) == set(EVIDENCE)


def test_a_guard_that_went_from_a_decorator_is_asked_about(tmp_path: Path) -> None:
    guide = 'title = "Ours"\n[[checklist]]\ntext = "Look."\nquestion = "Well?"\nevidence = "security-dependencies"\n'
    code = f"{_ROUTER}@router.get(\n    '/',\n    dependencies=[Depends(require_admin)],\n)\ndef every() -> int: ...\n"
    before = {
        "pyproject.toml": '[tool.quality-kit]\nguide = "guide.toml"\nlinters = []\n',
        "guide.toml": guide,
        "app/__init__.py": "",
        "app/x.py": code,
    }
    after = {"app/x.py": code.replace("    dependencies=[Depends(require_admin)],\n", "")}
    (item,) = review(cwd=changed(tmp_path, before, after))["checklist"]
    assert item["evidence"] == ["app/x.py:9 GET /orders/: no guard of its own"]
