"""The round trip of a team that begins today, on the sample backend: init, a baseline, and then only better."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from pathlib import Path

import black
import pytest

from tests.baselines import FILE, commit, edit, entries, held, in_ci
from tests.in_process import call, check
from tests.projects import run_git, write

SAMPLE = Path(__file__).parent.parent / "examples/orders-backend"
#: Its own settings name all linters; one of them is enough here.
SETTINGS = '[project]\nname = "orders-backend"\nversion = "1"\n\n[tool.black]\nline-length = 100\n'
ROUTES = "app/api/v1/endpoints/orders.py"
GATEWAY, MOVED_GATEWAY = "app/services/payment_gateway.py", "app/services/gateway.py"
REPORTS, STOCK = "app/services/report_service.py", "app/services/stock_service.py"
DEBUG = '    print("DEBUG place_order", payload.customer_id, len(payload.lines))\n'
PRINTED = (ROUTES, "QK401", "place_order")


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample backend as a repository of its own, after ``init``."""
    root = tmp_path_factory.mktemp("adopted") / "orders-backend"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("__pycache__", ".*cache", ".flake8"))
    write(root, "pyproject.toml", SETTINGS)
    run_git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "before")
    assert call(root, "init", "--yes").code == 0
    commit(root, "adopt quality-kit")
    return root


@pytest.fixture
def project(adopted: Path, tmp_path: Path) -> Path:
    """A copy to work in, with what the cache knows."""
    return Path(shutil.copytree(adopted, tmp_path / "orders-backend"))


def test_after_init_a_run_is_green_and_changes_nothing(project: Path) -> None:
    ran = check(project)
    recorded = len(entries(project))
    assert recorded > 40
    assert (ran.code, ran.places, ran.report["baseline"]["matched"]) == (0, [], recorded)
    assert "nothing to do" in call(project, "init", "--yes").out
    assert run_git(project, "status", "--short") == ""


def move(project: Path, name: str, old: str, new: str) -> None:
    """Move a function to the end of a file, with as many blank lines around it as before."""
    text = (project / old).read_text()
    lines = text.splitlines(keepends=True)
    [node] = [each for each in ast.parse(text).body if getattr(each, "name", "") == name]
    function = "".join(lines[node.lineno - 1 : node.end_lineno])
    write(project, old, text.replace(function, "").replace("\n\n\n\n", "\n").rstrip("\n") + "\n")
    write(project, new, f"{(project / new).read_text()}\n\n{function}")


def move_within(project: Path) -> None:
    move(project, "parse_state", ROUTES, ROUTES)


def move_across(project: Path) -> None:
    move(project, "best_sellers", REPORTS, STOCK)
    edit(project, STOCK, "pieces[line.sku]+=line.quantity", "pieces[line.sku] += line.quantity")


def rename(project: Path) -> None:
    run_git(project, "mv", GATEWAY, MOVED_GATEWAY)
    for file in (project / "app").rglob("*.py"):
        file.write_text(file.read_text().replace("app.services.payment_gateway", "app.services.gateway"))


def rename_with_shim(project: Path) -> None:
    rename(project)
    write(
        project,
        GATEWAY,
        '"""Moved."""\n\nfrom app.services.gateway import PaymentGateway as PaymentGateway\n',
    )


def indent(project: Path) -> None:
    edit(project, ROUTES, DEBUG, f"    if payload.lines:\n    {DEBUG}")


def edit_beside(project: Path) -> None:
    edit(project, ROUTES, DEBUG, f"    lines = payload.lines\n{DEBUG}")


def format_file(project: Path) -> None:
    mode = black.Mode(line_length=100)
    write(project, REPORTS, black.format_str((project / REPORTS).read_text(), mode=mode))


@pytest.mark.parametrize(
    ("change", "fixed"),
    [
        (move_within, 0),
        (move_across, 0),
        (rename, 0),
        (rename_with_shim, 0),
        (indent, 0),
        (edit_beside, 0),
        (format_file, 1),  # what black had to say of the file
    ],
)
def test_work_on_old_code_does_not_fail(project: Path, change: Callable[[Path], None], fixed: int) -> None:
    recorded = len(entries(project))
    change(project)
    commit(project, "work")
    assert in_ci(project).code == 0
    ran = check(project)
    assert (ran.code, ran.places) == (0, [])
    assert len(entries(project)) == recorded - fixed
    commit(project, "the baseline")
    assert in_ci(project).code == 0


def test_a_new_violation_fails(project: Path) -> None:
    edit(project, ROUTES, DEBUG, f"{DEBUG}    print(payload)\n")
    ran = check(project)
    assert (ran.code, ran.places) == (1, [(ROUTES, 28, "QK401")])


def test_what_is_fixed_leaves_the_baseline(project: Path) -> None:
    before = held(project)
    edit(project, ROUTES, DEBUG, "")
    ran = call(project, "check")
    assert ran.code == 0
    assert f"{FILE}: 1 stale entry removed; commit it" in ran.out
    before.remove(PRINTED)
    assert held(project) == before


def test_one_fixed_and_one_added_in_the_same_file_fails(project: Path) -> None:
    edit(project, ROUTES, DEBUG, "    print(payload)\n")
    assert check(project).places == [(ROUTES, 27, "QK401")]
    assert PRINTED in held(project)


def test_a_clone_without_history_is_green(project: Path, tmp_path: Path) -> None:
    rename(project)
    commit(project, "rename")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth=1", project.as_uri(), str(clone))
    assert in_ci(clone).code == 0


def test_in_ci_the_stale_entry_of_a_touched_file_fails_and_any_other_is_a_notice(project: Path) -> None:
    run_git(project, "switch", "--quiet", "--create", "work")
    edit(project, ROUTES, DEBUG, "")
    commit(project, "mend")
    ran = in_ci(project)
    assert ran.code == 1
    assert f"failed: baseline: 1 stale entry in {FILE} about files that this change touched" in ran.out
    run_git(project, "switch", "--quiet", "main")
    run_git(project, "merge", "--quiet", "work")
    ran = in_ci(project)
    assert ran.code == 0
    assert f"baseline: 1 stale entry in {FILE}; quality-kit baseline prune removes what is stale" in ran.out


def test_two_branches_that_both_shrink_it_merge(project: Path) -> None:
    before = held(project)
    run_git(project, "switch", "--quiet", "--create", "one")
    edit(project, ROUTES, DEBUG, "")
    assert call(project, "check").code == 0
    commit(project, "one")
    run_git(project, "switch", "--quiet", "--create", "two", "main")
    edit(project, REPORTS, "        pprint(summary)\n", "")
    assert call(project, "check").code == 0
    commit(project, "two")
    run_git(project, *("-c", "user.name=T", "-c", "user.email=t@example.org"), "merge", "--quiet", "one")
    assert in_ci(project).code == 0
    assert len(held(project)) == len(before) - 2
