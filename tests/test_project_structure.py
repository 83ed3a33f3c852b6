"""QK611 on a real tree: what is no Python file counts, and a change of it is noticed."""

from __future__ import annotations

from pathlib import Path

from tests.projects import make_project, report, write

_CONFIGURATION = """
[tool.quality-kit]
select = ["QK611"]

[tool.quality-kit.rules.QK611]
modules = ["app/*/"]
required = ["{module}/README_{name}.md", "CHANGELOG.md"]
"""
_FILES = {
    "pyproject.toml": _CONFIGURATION,
    "app/__init__.py": "",
    "app/orders/__init__.py": "",
    "CHANGELOG.md": "",
}


def messages(root: Path) -> list[tuple[str, str]]:
    found = report("--no-linters", cwd=root)["findings"]
    return [(finding["path"], finding["message"]) for finding in found]


def lacks(path: str) -> str:
    return f"missing `{path}`; the layout of the guide asks for it"


def test_a_file_that_comes_and_goes_is_noticed_in_the_next_run(tmp_path: Path) -> None:
    root = make_project(tmp_path, _FILES)
    missing = [("app/orders/__init__.py", lacks("app/orders/README_orders.md"))]
    assert messages(root) == missing
    write(root, "app/orders/README_orders.md", "# Orders")
    assert messages(root) == []
    (root / "app/orders/README_orders.md").unlink()
    assert messages(root) == missing
    (root / "CHANGELOG.md").unlink()
    assert messages(root) == [*missing, ("pyproject.toml", lacks("CHANGELOG.md"))]


def test_a_baseline_knows_what_is_missing_wherever_it_is_shown(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**_FILES, "app/orders/__init__.py": "ORDERS = 1\n"})
    before = report("--no-linters", cwd=root)["findings"]
    (root / "app/orders/__init__.py").rename(root / "app/orders/service.py")
    after = report("--no-linters", cwd=root)["findings"]
    assert [finding["path"] for finding in after] == ["app/orders/service.py"]
    assert [finding["fingerprint"] for finding in after] == [finding["fingerprint"] for finding in before]


def test_a_path_may_be_asked_for_only_beside_others(tmp_path: Path) -> None:
    required = (
        '["alembic/env.py when app/models/", "{module}/routes.py when {module}/schemas.py | {module}/api.py"]'
    )
    settings = _CONFIGURATION.replace('["{module}/README_{name}.md", "CHANGELOG.md"]', required)
    root = make_project(tmp_path, {**_FILES, "pyproject.toml": settings})
    assert messages(root) == []
    write(root, "app/models/__init__.py", "")
    assert messages(root) == []
    write(root, "app/orders/api.py", "")
    write(root, "app/models/order.py", "")
    assert messages(root) == [
        ("app/orders/__init__.py", lacks("app/orders/routes.py")),
        ("pyproject.toml", lacks("alembic/env.py")),
    ]
