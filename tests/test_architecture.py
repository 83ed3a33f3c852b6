"""The import contracts of pyproject.toml, and that nobody imports a rule by name."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_imports_point_one_way() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nobody_imports_the_rules_by_name() -> None:
    importers = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("quality_kit", "hooks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom)) and _names_checks(node)
    ]
    assert importers == []


def _names_checks(node: ast.Import | ast.ImportFrom) -> bool:
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        names = [f"{node.module}.{name}" for name in names]
    return any(name == "checks" or name.startswith(("checks.", "quality_kit.checks")) for name in names)


def test_a_configuration_is_validated_without_importing_libcst() -> None:
    script = (
        "import sys, quality_kit.prepare, quality_kit.cli.app\n"
        "sys.exit(1 if any(name.split('.')[0] == 'libcst' for name in sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0


def test_trees_are_made_of_the_lean_nodes_wherever_rules_are_loaded() -> None:
    script = (
        "import {module}, libcst, dataclasses\n"
        "assert not libcst.Name.__dataclass_params__.frozen\n"
        "assert libcst.parse_module('def f(a, *b):\\n    return a\\n').code == 'def f(a, *b):\\n    return a\\n'\n"
        "assert dataclasses.dataclass.__module__ == 'dataclasses'"
    )
    for module in ("quality_kit.registry", "quality_kit.engine.pool", "quality_kit.engine.conclude"):
        subprocess.run([sys.executable, "-c", script.format(module=module)], check=True)


def test_every_package_of_the_tree_is_installed() -> None:
    listed = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    )
    below = {"quality_kit": "", "checks": "quality_kit.", "hooks": "quality_kit."}
    found = {
        prefix + ".".join(path.parent.relative_to(ROOT).parts)
        for top, prefix in below.items()
        for path in (ROOT / top).rglob("__init__.py")
    }
    assert found == listed
