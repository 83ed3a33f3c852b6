"""Contract changes, risks, the checklist and tests in reviews of real changes."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.projects import run, write
from tests.reviews import CONFIGURED, changed, review

_ROUTES = '''"""Routes."""

from fastapi import APIRouter, Depends, Query, Request

router = APIRouter(prefix="/orders")


@router.get("/{number}", response_model=Order, status_code=200)
def read(number: int, request: Request, limit: int = 5, session: Session = Depends(get_session)) -> Order: ...


@router.post("")
def create(order: OrderIn) -> Order: ...
'''


def _contracts(root: Path, kind: str) -> list[tuple[str, str, str, bool]]:
    found = review("--exit-zero", cwd=root)["contracts"]
    return [
        (each["change"], each["name"], each["detail"], each["breaking"])
        for each in found
        if each["kind"] == kind
    ]


def _edit(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


_EDITS: dict[str, tuple[tuple[tuple[str, str], ...], list[tuple[str, str, str, bool]]]] = {
    "response model": (
        (("response_model=Order", "response_model=OrderOut"),),
        [("changed", "GET /orders/{number}", "response model Order -> OrderOut", True)],
    ),
    "status": (
        (("status_code=200", "status_code=202"),),
        [("changed", "GET /orders/{number}", "status 200 -> 202", True)],
    ),
    "a parameter that is required": (
        (("limit: int = 5", "limit: int = 5, page: int = Query()"),),
        [("changed", "GET /orders/{number}", "parameter page added (required)", True)],
    ),
    "a parameter that is not": (
        (("limit: int = 5", "limit: int = 5, page: int = 1"),),
        [("changed", "GET /orders/{number}", "parameter page added", False)],
    ),
    "what no client sends": (
        (("request: Request, ", ""), ("session: Session = Depends(get_session)", "db: Db = Depends(get_db)")),
        [],
    ),
    "path": (
        (('"/{number}"', '"/by-number/{number}"'),),
        [("changed", "GET /orders/by-number/{number}", "was GET /orders/{number}", True)],
    ),
    "who is let in": (
        (('@router.post("")', '@router.post("", dependencies=[Security(keys.check)])'),),
        [("changed", "POST /orders", "who is let in: - -> keys.check", False)],
    ),
    "removed": (
        (('@router.post("")\ndef create(order: OrderIn) -> Order: ...\n', ""),),
        [("removed", "POST /orders", "", True)],
    ),
}


@pytest.mark.parametrize("case", _EDITS)
def test_a_route_that_changes_is_told(tmp_path: Path, case: str) -> None:
    edits, told = _EDITS[case]
    root = changed(tmp_path, {"app/routes.py": _ROUTES}, {"app/routes.py": _edit(_ROUTES, *edits)})
    assert _contracts(root, "route") == told


def test_a_new_route_and_a_moved_file_are_no_danger(tmp_path: Path) -> None:
    more = f'{_ROUTES}\n\n@router.delete("/all", status_code=204)\ndef wipe() -> None: ...\n'
    root = changed(tmp_path, {"app/routes.py": _ROUTES}, {"app/routes.py": None, "app/api/orders.py": more})
    assert _contracts(root, "route") == [("added", "DELETE /orders/all", "response model None, 204", False)]


_GUARDED = """from fastapi import APIRouter, Depends

router = APIRouter()


@router.get("/")
def everything(user: User = Depends(get_admin_user)) -> list[Item]: ...
"""


def test_two_files_may_serve_the_same_path(tmp_path: Path) -> None:
    before = {"app/routers/a.py": _GUARDED, "app/routers/b.py": _GUARDED}
    open_to_all = _edit(_GUARDED, ("get_admin_user", "get_verified_user"))
    fewer = _edit(_GUARDED, ('@router.get("/")\n', ""))
    root = changed(tmp_path, before, {"app/routers/a.py": open_to_all, "app/routers/b.py": fewer})
    assert _contracts(root, "route") == [
        ("removed", "GET /", "", True),
        ("changed", "GET /", "who is let in: get_admin_user -> get_verified_user", False),
    ]


def test_a_route_that_moves_to_another_file_is_no_news(tmp_path: Path) -> None:
    other = "from fastapi import APIRouter\n\nrouter = APIRouter()\n"
    root = changed(
        tmp_path,
        {"app/routers/a.py": _GUARDED, "app/routers/b.py": other},
        {"app/routers/a.py": _edit(_GUARDED, ('@router.get("/")\n', "")), "app/routers/b.py": _GUARDED},
    )
    assert _contracts(root, "route") == []


def test_a_new_route_says_who_is_let_in(tmp_path: Path) -> None:
    root = changed(tmp_path, {"app/main.py": _MODULE}, {"app/routers/a.py": _GUARDED})
    detail = "response model list[Item], lets in get_admin_user"
    assert _contracts(root, "route") == [("added", "GET /", detail, False)]


_LIBRARY = '''"""A library."""


class Client:
    """A client."""

    def __init__(self, url: str) -> None: ...

    def get(self, path: str, *, retries: int = 2) -> str: ...


def helper(x: int) -> int: ...


def _own(x: int) -> int: ...
'''


def test_a_signature_is_a_danger_where_somebody_still_uses_it(tmp_path: Path) -> None:
    after = _edit(
        _LIBRARY,
        ("path: str, *, retries: int = 2", "path: str, timeout: float, *, retries: int = 2"),
        ("def helper(x: int) -> int: ...\n\n\n", ""),
        ("def _own(x: int)", "def _own(y: int)"),
    )
    user = "from app.lib import Client, helper\n\nhelper(1)\n"
    root = changed(tmp_path, {"app/lib.py": _LIBRARY, "app/use.py": user}, {"app/lib.py": after})
    assert _contracts(root, "signature") == [
        ("removed", "helper", "still used in app/use.py", True),
        ("changed", "Client.get", "parameter timeout added (required)", False),
    ]


def test_settings_and_variables_are_told_with_their_documentation(tmp_path: Path) -> None:
    before = 'import os\n\nOLD = os.getenv("OLD_NAME", "x")\n'
    after = (
        "import os\n\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n\n"
        'KEY = os.environ["API_KEY"]\n\n\nclass Settings(BaseSettings):\n    """Settings."""\n\n'
        '    model_config = SettingsConfigDict(env_prefix="app_")\n'
        "    url: str\n    limit: int = 5\n"
    )
    root = changed(
        tmp_path,
        {"app/a.py": before, ".env.example": "API_KEY=\nOLD_NAME=\nAPP_LIMIT=\n"},
        {"app/a.py": after},
    )
    assert _contracts(root, "setting") == [
        ("added", "API_KEY", "required, documented", True),
        ("added", "APP_URL", "required, not documented", True),
        ("removed", "OLD_NAME", "nothing in the changed files reads it, still in .env.example", False),
        ("added", "APP_LIMIT", "default 5, documented", False),
    ]


def test_a_default_in_a_field_is_told_without_its_description(tmp_path: Path) -> None:
    fields = {
        "url": "Field(..., description='Where')",
        "limit": "Field(5, description='How many')",
        "hosts": "Field(default_factory=list)",
        "text": f"Field(default={'x' * 90!r})",
        "key": "Field(description='Of the vault')",
    }
    lines = "".join(f"    {name}: str = {value}\n" for name, value in fields.items())
    imports = "from pydantic import Field\nfrom pydantic_settings import BaseSettings\n"
    code = f"{imports}\n\nclass S(BaseSettings):\n{lines}"
    root = changed(tmp_path, {}, {"app/a.py": code})
    assert [(name, detail) for _, name, detail, _ in _contracts(root, "setting")] == [
        ("URL", "required, not documented"),
        ("KEY", "required, not documented"),
        ("LIMIT", "default 5, not documented"),
        ("HOSTS", "default list(), not documented"),
        ("TEXT", f"default '{'x' * 79}..., not documented"),
    ]


def test_dependencies_are_told(tmp_path: Path) -> None:
    before = f'[project]\nname = "x"\nversion = "1"\ndependencies = ["fastapi>=0.1", "httpx"]\n{CONFIGURED}'
    after = before.replace('"fastapi>=0.1", "httpx"', '"FastAPI >= 0.2", "redis[hiredis]==5.0"')
    root = changed(
        tmp_path,
        {"pyproject.toml": before, "requirements-dev.txt": "pytest==8.0  # tests\n-r x.txt\n"},
        {"pyproject.toml": after, "requirements-dev.txt": "pytest==9.0\n"},
    )
    assert _contracts(root, "dependency") == [
        ("removed", "httpx", "", False),
        ("changed", "fastapi", ">=0.1 -> >=0.2", False),
        ("added", "redis", "==5.0", False),
        ("changed", "pytest", "==8.0 -> ==9.0", False),
    ]


_MODULE = '"""A module."""\n\n\ndef run(x: int) -> int:\n    """Run."""\n    return x\n'
_TEST = (
    '"""Tests."""\n\nfrom app.services.jobs import run\n\n\ndef test_run() -> None:\n    assert run(1) == 1\n'
)


def _look_first(found: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    return [(each["path"], each["layer"], each["reasons"]) for each in found["look_first"]]


def test_files_are_ordered_by_risk_with_reasons(tmp_path: Path) -> None:
    service = '"""A service."""\n\nfrom app.routes.users import router\n\n\n' + _MODULE[18:].replace(
        "x\n", "x * 37\n"
    )
    root = changed(
        tmp_path,
        {"app/a_plain.py": _MODULE, "app/services/jobs.py": _MODULE, "tests/test_x.py": _TEST},
        {
            "app/a_plain.py": _MODULE.replace("return x", "return -x"),
            "app/services/jobs.py": service,
            "tests/test_x.py": _TEST.replace("== 1", "== 2"),
        },
    )
    assert _look_first(review("--exit-zero", cwd=root)) == [
        (
            "app/services/jobs.py",
            "service",
            ["imports upwards: app.routes.users (route) from a service", "new: 1 QK301"],
        ),
        ("app/a_plain.py", "", ["no test changed with it"]),
        ("tests/test_x.py", "test", []),
    ]


def test_a_model_may_import_its_base_class(tmp_path: Path) -> None:
    model = '"""A model."""\n\nfrom app.db import Base\nfrom app.crud.users import find\n'
    root = changed(tmp_path, {"app/main.py": _MODULE}, {"app/models/user.py": model})
    told = ["imports upwards: app.crud.users (repository) from a model"]
    assert _look_first(review("--exit-zero", cwd=root)) == [("app/models/user.py", "model", told)]


def test_a_service_that_outgrows_its_limit_is_told(tmp_path: Path) -> None:
    table = f"{CONFIGURED}[tool.quality-kit.rules.QK601]\nmax-lines = 8\n"
    root = changed(
        tmp_path,
        {"app/services/jobs.py": _MODULE, "pyproject.toml": table},
        {"app/services/jobs.py": f"{_MODULE}\n\n{_MODULE[18:].replace('run', 'go')}"},
    )
    found = review("--exit-zero", cwd=root)["look_first"][0]
    assert (found["size_before"], found["size_after"], found["limit"]) == (6, 11, 8)
    assert found["reasons"][0] == "beyond the limit of 8 lines now"
    assert found["scopes"] == ["go"]


def test_the_checklist_is_answered_with_evidence(tmp_path: Path) -> None:
    loop = (
        "\n\nasync def fetch(client: Client) -> str:\n    while True:\n        try:\n"
        "            return await client.get()\n        except ClientError:\n            continue\n"
    )
    root = changed(tmp_path, {"app/a.py": _MODULE}, {"app/a.py": f"{_MODULE}{loop}"})
    found = {each["text"]: each for each in review("--exit-zero", cwd=root)["checklist"]}
    typed = found["Are all functions typed?"]
    assert (typed["verdict"], typed["looked_at"]) == ("pass", "QK101, QK102 on 1 changed Python file")
    judged = [each["evidence"] for each in found.values() if each["verdict"] == "judge" and each["evidence"]]
    assert ["app/a.py:10 while True"] in judged


def test_rules_of_the_checklist_run_without_counting(tmp_path: Path) -> None:
    table = f'{CONFIGURED}ignore = ["QK301"]\n'
    worse = _MODULE.replace("return x", "return x * 37")
    root = changed(tmp_path, {"app/a.py": _MODULE, "pyproject.toml": table}, {"app/a.py": worse})
    found = review(cwd=root, exit_code=0)
    assert [(each["code"], each["gating"]) for each in found["new"]] == [("QK301", False)]
    assert [each["verdict"] for each in found["checklist"] if each["text"] == "Do numbers have names?"] == [
        "fail"
    ]


def test_a_changed_module_without_changed_tests_is_told(tmp_path: Path) -> None:
    before = {"app/services/jobs.py": _MODULE, "app/other.py": _MODULE, "tests/test_jobs.py": _TEST}
    worse = _MODULE.replace("return x", "return -x")
    root = changed(
        tmp_path,
        before,
        {"app/services/jobs.py": worse, "app/other.py": worse, "tests/test_jobs.py": f"{_TEST}\n\n# more\n"},
    )
    assert review("--exit-zero", cwd=root)["tests"]["without_tests"] == ["app/other.py"]


def _coverage_xml(root: Path) -> None:
    lines = "".join(
        f'<line number="{number}" hits="{hits}"/>' for number, hits in ((4, 1), (6, 1), (7, 0), (8, 0))
    )
    entry = f'<class filename="a.py"><lines>{lines}</lines></class>'
    text = f"<coverage><packages><package><classes>{entry}</classes></package></packages></coverage>"
    write(root, "coverage.xml", text)


def _coverage_json(root: Path) -> None:
    files = {"app/a.py": {"executed_lines": [4, 6], "missing_lines": [7, 8]}}
    write(root, "coverage.json", json.dumps({"files": files}))


def _coverage_data(root: Path) -> None:
    with sqlite3.connect(root / ".coverage") as data:
        data.execute("create table file (id integer primary key, path text)")
        data.execute("create table line_bits (file_id integer, context_id integer, numbits blob)")
        data.execute("create table arc (file_id integer, context_id integer, fromno integer, tono integer)")
        data.execute("insert into file values (1, ?)", (str(root / "app/a.py"),))
        data.execute("insert into line_bits values (1, 1, ?)", (bytes([1 << 4 | 1 << 6]),))
    data.close()


@pytest.mark.parametrize("measure", [_coverage_xml, _coverage_json, _coverage_data])
def test_the_coverage_of_changed_lines_is_told(tmp_path: Path, measure: Any) -> None:
    worse = _MODULE.replace("    return x\n", "    if x:\n        x = -x\n    return x\n")
    root = changed(tmp_path, {"app/a.py": _MODULE}, {"app/a.py": worse})
    measure(root)
    found = review("--exit-zero", cwd=root)["tests"]
    assert found["coverage"] == [{"path": "app/a.py", "measured": 2, "missed": [7]}]
    assert found["coverage_doubt"] == ""
    os.utime(root / found["coverage_file"], (0, 0))
    assert review("--exit-zero", cwd=root)["tests"]["coverage_doubt"] == (
        f"{found['coverage_file']} is older than app/a.py: run the tests again for figures to trust"
    )


def test_a_damaged_coverage_report_is_none(tmp_path: Path) -> None:
    root = changed(tmp_path, {"app/a.py": _MODULE}, {"app/a.py": f"{_MODULE}\n\nX = 1\n"})
    write(root, "coverage.xml", "<coverage>")
    assert review("--exit-zero", cwd=root)["tests"]["coverage"] == []


_EXCLUDES = CONFIGURED + 'exclude = ["generated/"]\n'


@pytest.mark.parametrize("cached", [True, False])
def test_the_contracts_of_excluded_files_count_too(tmp_path: Path, cached: bool) -> None:
    before = {"generated/routes.py": _ROUTES, "app/routes.py": _ROUTES, "pyproject.toml": _EXCLUDES}
    after = _edit(_ROUTES, ("status_code=200", "status_code=202"))
    root = changed(tmp_path, before, {"generated/routes.py": after, "app/routes.py": after})
    for _ in range(2):
        found = review("--exit-zero", *(() if cached else ("--no-cache",)), cwd=root)["contracts"]
        assert [(each["path"], each["name"], each["detail"]) for each in found] == [
            ("app/routes.py", "GET /orders/{number}", "status 200 -> 202"),
            ("generated/routes.py", "GET /orders/{number}", "status 200 -> 202"),
        ]


def test_a_second_review_parses_nothing(tmp_path: Path) -> None:
    after = _edit(_ROUTES, ("status_code=200", "status_code=202"))
    root = changed(tmp_path, {"app/routes.py": _ROUTES}, {"app/routes.py": after})
    first = review("--exit-zero", cwd=root)
    script = (
        "import sys, contextlib\n"
        "from quality_kit.cli.main import main\n"
        "with contextlib.suppress(SystemExit): main()\n"
        "sys.exit(3 if 'libcst' in sys.modules else 0)"
    )
    again = run(
        "review", "--exit-zero", "--output-format", "json", cwd=root, command=(sys.executable, "-c", script)
    )
    assert (again.returncode, json.loads(again.stdout)) == (0, first)


def test_damaged_outlines_are_read_anew(tmp_path: Path) -> None:
    after = _edit(_ROUTES, ("status_code=200", "status_code=202"))
    root = changed(tmp_path, {"app/routes.py": _ROUTES}, {"app/routes.py": after})
    first = review("--exit-zero", cwd=root)
    for damaged in ("[", "[[[1, 2], [1, 1, 1, 1]]]"):
        review("--exit-zero", cwd=root)
        with contextlib.closing(sqlite3.connect(root / ".quality-kit-cache/results.sqlite")) as cache, cache:
            changed_rows = cache.execute(
                "update entries set payload = ? where section like 'facts:quality_kit.outlines%'", (damaged,)
            )
            assert changed_rows.rowcount == 2
        assert review("--exit-zero", cwd=root) == first
