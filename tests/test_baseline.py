"""What a finding in the baseline survives, and what it does not."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from quality_kit.baseline import Baseline, entry_of, render
from quality_kit.filters.baseline import with_baseline
from quality_kit.finding import IN_BASELINE, Finding, Location
from tests.baselines import CODE, FILE, RULES_ONLY, active, commit, edit, entries, held, recorded_project
from tests.in_process import call, check
from tests.projects import run, run_git, write

SHOW, CLOSE = ("app/a.py", "QK401", "show"), ("app/a.py", "QK401", "close")

MESSY = """\
class Orders:
  def show( self, order: int )->None:
      print( 'total',
         order )
"""

#: Edits of the file after which nothing counts that did not count before.
HARMLESS = {
    "lines above": lambda text: f"import os  # noqa\n\n\n{text}",
    "lines below": lambda text: f"{text}\n\nLAST = 1\n",
    "functions in another order": lambda text: "\n\n\n".join(text.rstrip("\n").split("\n\n\n")[::-1]) + "\n",
    "a deeper indentation": lambda text: text.replace(
        "    print(total)", "    if total:\n        print(total)"
    ),
    "an edit elsewhere in the function": lambda text: text.replace("total = order", "total = order + order"),
    "line ends of another system": lambda text: text.replace("\n", "\r\n"),
    "a comment at the line": lambda text: text.replace("print(total)", "print(total)  # for now"),
}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_it_survives(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    before = (project / FILE).read_text()
    write(project, "app/a.py", change(CODE))
    ran = check(project)
    assert (ran.code, ran.places, ran.report["baseline"]["matched"]) == (0, [], 2)
    assert (project / FILE).read_text() == before


def test_it_survives_formatting_by_black(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": MESSY})
    write(project, "app/a.py", black.format_str(MESSY, mode=black.Mode()))
    assert (active(project), held(project)) == ([], [("app/a.py", "QK401", "Orders.show")])


@pytest.mark.parametrize("new", ["app/b.py", "app/orders/a.py", "b.py"])
def test_it_survives_that_the_file_is_renamed_or_moved(tmp_path: Path, new: str) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    (project / new).parent.mkdir(exist_ok=True)
    (project / "app/a.py").rename(project / new)
    assert active(project, new) == []
    assert held(project) == [CLOSE, SHOW]  # a part of the tree judges only that part
    ran = call(project, "check")
    assert ran.code == 0
    assert f"{FILE}: 2 entries moved to new paths; commit it" in ran.out
    assert held(project) == [(new, "QK401", "close"), (new, "QK401", "show")]


def test_it_survives_a_renamed_file_that_is_edited_as_well(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    (project / "app/a.py").unlink()
    write(project, "app/b.py", CODE.replace("total = order", "total = order + order") + '\n\nprint("new")\n')
    assert active(project) == [("app/b.py", 10, "QK401")]


def test_a_copy_is_new_while_the_old_file_is_there(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    write(project, "app/b.py", CODE)
    assert active(project) == [("app/b.py", 3, "QK401"), ("app/b.py", 7, "QK401")]


def test_it_survives_that_a_moved_file_leaves_another_at_its_old_path(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    (project / "app/a.py").rename(project / "app/b.py")
    write(project, "app/a.py", "from app.b import close, show  # noqa\n")
    assert active(project, "app/a.py", "app/b.py") == []  # as a hook is given the files of a commit
    assert active(project) == []
    assert held(project) == [("app/b.py", "QK401", "close"), ("app/b.py", "QK401", "show")]


def test_it_survives_that_a_function_moves_to_another_file(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE, "app/b.py": CODE.replace("close", "end")})
    kept, moved = CODE.split("\n\n\n")
    write(project, "app/a.py", kept + "\n")
    write(project, "app/b.py", CODE.replace("close", "end") + f"\n\n{moved}")
    assert active(project) == []
    assert [path for path, _, scope in held(project) if scope == "close"] == ["app/b.py"]


def test_a_run_that_did_not_look_at_the_old_file_cannot_know_that_a_function_moved(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    (project / "app/a.py").rename(project / "app/b.py")
    write(project, "app/a.py", "x = 1\n")
    assert active(project, "app/b.py") == [("app/b.py", 3, "QK401"), ("app/b.py", 7, "QK401")]


def test_what_is_said_of_a_whole_file_does_not_move_to_another(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/services/order.py": "x = 1\n" * 450})
    write(project, "app/services/order.py", "x = 1\n")
    write(project, "app/services/sales.py", "x = 1\n" * 450)
    assert [(path, code) for path, _, code in active(project)] == [("app/services/sales.py", "QK601")]


def test_two_moved_files_that_are_alike_keep_what_each_had(tmp_path: Path) -> None:
    common = 'print("the same")\n'
    files = {"old/a.py": f'{common}print("a")\n', "old/b.py": f'{common}print("b")\n'}
    project = recorded_project(tmp_path, files)
    (project / "old").rename(project / "new")
    (project / "new/a.py").rename(project / "new/z.py")
    before = {(entry["path"], entry["key"]) for entry in entries(project)}
    assert active(project) == []
    renamed = {"old/a.py": "new/z.py", "old/b.py": "new/b.py"}
    assert {(entry["path"], entry["key"]) for entry in entries(project)} == {
        (renamed[path], key) for path, key in before
    }


def test_one_entry_goes_to_one_finding_only(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("x")\n'})
    (project / "a.py").unlink()
    write(project, "b.py", 'print("x")\n')
    write(project, "c.py", 'print("x")\n')
    assert active(project) == [("c.py", 1, "QK401")]


def test_it_survives_a_clone_without_history(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    (project / "app/a.py").rename(project / "app/b.py")
    commit(project, "rename")
    clone = tmp_path / "clone"
    run_git(tmp_path, "clone", "--quiet", "--depth=1", project.as_uri(), str(clone))
    assert run_git(clone, "rev-list", "--count", "HEAD") == "1\n"
    done = run("check", cwd=clone, env={"CI": "true"})
    assert (done.returncode, done.stdout.partition(" in ")[0]) == (0, "No findings")
    assert held(clone) == [CLOSE, SHOW]


def test_a_finding_fixed_and_another_added_is_a_new_finding(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"app/a.py": CODE})
    edit(project, "app/a.py", "    print(total)\n", "")
    edit(
        project, "app/a.py", '    print("closed", order)\n', '    print("closed", order)\n    print(order)\n'
    )
    ran = check(project)
    assert (ran.code, ran.places) == (1, [("app/a.py", 7, "QK401")])
    assert held(project) == [CLOSE, SHOW]  # while something is open nothing is written


def test_the_same_line_once_more_is_a_new_finding(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("x")\n'})
    write(project, "a.py", 'print("x")\nprint("x")\n')
    assert active(project) == [("a.py", 2, "QK401")]


def test_a_comment_takes_a_finding_out_of_it(tmp_path: Path) -> None:
    project = recorded_project(tmp_path, {"a.py": 'print("x")\n'})
    write(project, "a.py", 'print("x")  # quality-kit: ignore[QK401] -- a script\n')
    found = check(project).report
    assert [finding["suppressed_by"] for finding in found["findings"]] == ["comment: a script"]
    assert entries(project) == []


def test_a_file_that_is_too_long_may_shrink_but_not_grow(tmp_path: Path) -> None:
    def service(lines: int) -> str:
        return "x = 1\n" * lines

    project = recorded_project(tmp_path, {"app/services/order.py": service(450)})
    assert [entry["ceiling"] for entry in entries(project)] == [450]
    write(project, "app/services/order.py", service(451))
    [grown] = check(project).report["findings"]
    assert grown["suppressed_by"] is None
    assert grown["message"].endswith("(in the baseline with 450, grown to 451)")
    write(project, "app/services/order.py", service(420))
    assert "1 ceiling lowered" in call(project, "check").out
    assert [entry["ceiling"] for entry in entries(project)] == [420]
    write(project, "app/services/order.py", service(421))
    assert [code for _, _, code in active(project)] == ["QK601"]
    (project / "app/services/order.py").unlink()
    write(project, "app/services/sales/service.py", service(420))
    assert active(project) == []


def test_a_finding_about_the_project_is_known_wherever_it_stands(tmp_path: Path) -> None:
    read = 'import os\n\nURL = os.environ["SHOP_URL"]\n'
    project = recorded_project(tmp_path, {".env.example": "A=1\n", "app/b.py": read})
    assert held(project) == [("app/b.py", "QK501", "")]
    write(project, "app/a.py", read)  # now it is seen there first
    assert active(project) == []
    assert active(project, "app/b.py") == []
    assert call(project, "baseline", "check").code == 0
    write(project, "app/a.py", read.replace("SHOP_URL", "SHOP_KEY"))
    assert active(project) == [("app/a.py", 3, "QK501")]


def test_findings_of_linters_are_in_it(tmp_path: Path) -> None:
    code = 'import sys\nimport os\n\n\ndef f() -> int:\n    return "x"\n'
    project = recorded_project(
        tmp_path, {"a.py": code}, config='select = []\nlinters = ["flake8", "mypy", "isort"]\n'
    )
    assert [entry["code"] for entry in entries(project)] == [
        "F401",
        "F401",
        "isort:order",
        "mypy:return-value",
    ]
    write(project, "a.py", f"# a comment\n\n{code}")
    assert active(project) == []
    write(project, "a.py", code.replace("import os", "import ast"))
    assert ("a.py", 2, "F401") in active(project)


def test_a_file_that_black_would_format_may_not_get_worse(tmp_path: Path) -> None:
    project = recorded_project(
        tmp_path, {"a.py": "x = [ 1 ]\ny = 1\nz = ( 3 )\n"}, config='select = []\nlinters = ["black"]\n'
    )
    assert [(entry["code"], entry["ceiling"]) for entry in entries(project)] == [("black:format", 2)]
    write(project, "a.py", "x = [1]\nprint()\ny = 1\nz = ( 3 )\n")
    assert active(project) == []
    assert [entry["ceiling"] for entry in entries(project)] == [1]
    write(project, "a.py", "x = [ 1 ]\nprint()\ny = 1\nz = ( 3 )\n")
    assert active(project) == [("a.py", 1, "black:format")]


def test_an_entry_about_one_module_is_none_about_another(tmp_path: Path) -> None:
    reads = 'import os\n\nURL = os.environ["SHOP_URL"]\n'
    config = f'{RULES_ONLY}select = ["QK503", "QK613"]\n'
    project = recorded_project(tmp_path, {"app/a.py": reads, "tests/test_it.py": ""}, config)
    write(project, "app/b.py", f"{reads}\n\ndef f(a: int) -> int:\n    return a + a if a else a\n")
    assert active(project) == [("app/b.py", 1, "QK613"), ("app/b.py", 3, "QK503")]
    assert call(project, "baseline", "update", "--rule", "QK503,QK613").code == 0
    (project / "app/b.py").rename(project / "app/c.py")
    assert active(project) == []
    assert held(project) == [("app/a.py", "QK503", ""), ("app/c.py", "QK503", ""), ("app/c.py", "QK613", "")]


def test_one_entry_about_the_project_silences_one_finding() -> None:
    first = Finding(
        Location("a.py", 1, 1, 1, 2), "QK502", "n", "m", "error", ("quality-kit",), key="k", is_placeless=True
    )
    second = first._replace(location=Location("b.py", 1, 1, 1, 2))
    baseline = Baseline("b.jsonl", render([entry_of(second)]))
    found, state = with_baseline([first, second], baseline, lambda path: True, lambda code, path: True)
    assert [finding.suppressed_by for finding in found] == [None, IN_BASELINE]
    assert (state.matched, state.stale) == (1, ())


def test_equal_findings_of_one_file_share_their_line(tmp_path: Path) -> None:
    forbidden = '["app/utils/*.py -> app/core/", "**/helpers.py"]'
    config = f'{RULES_ONLY}select = ["QK611"]\n[rules.QK611]\nforbidden = {forbidden}\n'
    project = recorded_project(tmp_path, {"app/utils/helpers.py": "X = 1\n"}, config)
    marks = [finding["suppressed_by"] for finding in check(project).report["findings"]]
    assert (marks, len(entries(project))) == ([IN_BASELINE] * 2, 1)


def test_a_shared_line_keeps_the_size_of_the_largest() -> None:
    small = Finding(Location("a.py", 1, 1, 1, 1), "T1", "n", "m", "error", ("t",), key="k", measure=5)
    for pair in ([small, small._replace(measure=7)], [small._replace(measure=7), small]):
        baseline = Baseline("b.jsonl", render(map(entry_of, pair)))
        found, state = with_baseline(pair, baseline, lambda path: True, lambda code, path: True)
        assert [finding.suppressed_by for finding in found] == [IN_BASELINE, IN_BASELINE]
        assert ([entry.ceiling for entry in state.shrunk], state.lowered, state.stale) == ([7], 0, ())
