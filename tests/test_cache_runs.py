"""What the cache may and may not change: not a byte of a report, and not one look at a file too many."""

from __future__ import annotations

import email
import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quality_kit.finding import Finding
from tests.in_process import check
from tests.odd_files import ENCODINGS, LINES, NEW_SYNTAX
from tests.projects import make_project, run, write

#: Every look at a file and every conclusion is noted.
NOTING = {
    "pack/__init__.py": "",
    "pack/noting.py": '''
import libcst as cst
from quality_kit.rule import Bad, Collector, FileRule, Good, ProjectRule, RuleOptions


def note(what: str) -> None:
    with open("notes.log", "a") as log:
        log.write(f"{what}\\n")


class Looks(FileRule[RuleOptions]):
    """Looks."""

    code = "TEAM001"
    message = "call"
    default = True
    examples = (Good("x\\n"), Bad("f()  # finding: TEAM001\\n"))

    def visit_Module(self, node: cst.Module) -> None:
        note(self.file.path)
''',
    "pack/concluding.py": '''
import libcst as cst
from quality_kit.rule import Bad, Collector, Good, ProjectRule, RuleOptions
from .noting import note


class Names(Collector):
    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.fact(node.name.value, node)


class Concludes(ProjectRule[RuleOptions]):
    """Concludes."""

    code = "TEAM002"
    message = "class of a name that is taken"
    default = True
    collectors = (Names,)
    inputs = ("names.txt",)
    examples = (Good("x\\n"), Bad("class A: ...\\nclass A: ...  # finding: TEAM002\\n"))

    def conclude(self) -> None:
        note("concluded")
        taken = set(self.project.inputs.get("names.txt", "").split())
        for path, facts in self.project.facts(Names).items():
            for fact in facts:
                if fact.data in taken:
                    self.report(path, fact.place)
''',
}
TABLE = '[tool.quality-kit]\npacks = ["pack"]\nexclude = ["pack/"]\n'
APP = {
    "app/__init__.py": "",
    "app/services.py": "class OrderService:\n    def create(self) -> None: ...\n",
    "app/main.py": "from app.services import OrderService\n\norder_service = OrderService()\n",
    "app/settings.py": 'import os\n\nURL = os.environ["DATABASE_URL"]\n',
    "app/talk.py": 'print("x")\n',
    ".env.example": "OTHER=1\n",
}
ALL = [("app/main.py", 3, "QK201"), ("app/settings.py", 3, "QK501"), ("app/talk.py", 1, "QK401")]
PATHS = sorted(path for path in APP if path.endswith(".py"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path, {**APP, **NOTING, "pyproject.toml": TABLE})
    assert found(root) == ALL
    assert notes(root) == sorted(["concluded", *PATHS])
    return root


def found(root: Path, *arguments: str) -> list[tuple[str, int, str]]:
    return check(root, "--no-linters", *arguments).places


def fingerprints(root: Path, *arguments: str) -> list[str]:
    report = check(root, "--no-linters", *arguments).report
    return [finding["fingerprint"] for finding in report["findings"]]


def notes(root: Path) -> list[str]:
    """What was looked at since the last call."""
    log = root / "notes.log"
    lines = log.read_text().splitlines() if log.exists() else []
    log.unlink(missing_ok=True)
    return sorted(lines)


def test_nothing_is_looked_at_twice(project: Path) -> None:
    assert (found(project), notes(project)) == (ALL, [])


def test_a_touched_file_is_not_looked_at(project: Path) -> None:
    os.utime(project / "app" / "main.py")
    write(project, "app/talk.py", APP["app/talk.py"])
    assert (found(project), notes(project)) == (ALL, [])


def test_only_an_edited_file_is_looked_at(project: Path) -> None:
    write(project, "app/talk.py", "\n" + APP["app/talk.py"])
    assert found(project) == [*ALL[:2], ("app/talk.py", 2, "QK401")]
    assert notes(project) == ["app/talk.py"]


def test_the_findings_of_a_mended_file_vanish(project: Path) -> None:
    write(project, "app/talk.py", "x = 1\n")
    assert (found(project), notes(project)) == (ALL[:2], ["app/talk.py"])


def test_an_edit_of_the_environment_example_alone_counts(project: Path) -> None:
    write(project, ".env.example", "DATABASE_URL=\n")
    assert (found(project), notes(project)) == ([ALL[0], ALL[2]], [])
    (project / ".env.example").unlink()
    assert found(project) == ALL
    assert notes(project) == []


def test_an_edit_of_a_declared_input_concludes_its_rule_again_and_no_other(project: Path) -> None:
    write(project, "names.txt", "OrderService\n")
    assert found(project) == [*ALL[:1], ("app/services.py", 1, "TEAM002"), *ALL[1:]]
    assert notes(project) == ["concluded"]
    write(project, "README.md", "nobody declares this\n")
    found(project)
    assert notes(project) == []


def test_an_edit_of_a_class_counts_where_it_is_imported(project: Path) -> None:
    write(project, "app/services.py", "import enum\n\nclass OrderService(enum.Enum):\n    A = 1\n")
    assert found(project) == ALL[1:]
    assert notes(project) == ["app/services.py", "concluded"]


def test_an_edit_that_changes_no_facts_concludes_nothing(project: Path) -> None:
    write(project, "app/services.py", APP["app/services.py"] + "\n# a comment\n")
    assert (found(project), notes(project)) == (ALL, ["app/services.py"])


def test_an_edit_of_the_configuration_alone_counts(project: Path) -> None:
    write(project, "pyproject.toml", f'{TABLE}ignore = ["QK4"]\n')
    assert found(project) == ALL[:2]
    write(
        project,
        "pyproject.toml",
        f'{TABLE}[[tool.quality-kit.overrides]]\npaths = ["app/main.py"]\nignore = ["QK2"]\n',
    )
    assert found(project) == ALL[1:]
    write(project, "pyproject.toml", f'{TABLE}[tool.quality-kit.rules.QK501]\nseverity = "info"\n')
    ran = check(project, "--no-linters")
    assert [finding["severity"] for finding in ran.report["findings"]] == ["error", "info", "error"]
    notes(project)
    write(project, "pyproject.toml", TABLE)
    assert found(project) == ALL


def test_going_back_to_a_configuration_looks_at_nothing_again(project: Path) -> None:
    found(project, "--ignore", "QK4")
    notes(project)
    assert (found(project), notes(project)) == (ALL, [])


def test_the_findings_and_facts_of_a_deleted_file_vanish(project: Path) -> None:
    (project / "app" / "settings.py").unlink()
    assert found(project) == [ALL[0], ALL[2]]
    (project / "app" / "services.py").unlink()
    write(project, "names.txt", "OrderService\n")
    # The class is still one of this tree by its name; nothing tells that it is a value.
    assert found(project) == [ALL[0], ALL[2]]


def test_a_renamed_file_takes_its_findings_along(project: Path) -> None:
    (project / "app" / "talk.py").rename(project / "app" / "words.py")
    assert found(project) == [*ALL[:2], ("app/words.py", 1, "QK401")]
    assert [note for note in notes(project) if note != "concluded"] == ["app/words.py"]


def test_a_rename_of_a_module_counts_where_it_is_imported(project: Path) -> None:
    write(project, "names.txt", "OrderService\n")
    (project / "app" / "services.py").rename(project / "app" / "orders.py")
    assert ("app/orders.py", 1, "TEAM002") in found(project)
    assert not [place for place in found(project) if place[0] == "app/services.py"]


def test_a_new_suppression_counts_at_once_also_for_what_is_concluded(project: Path) -> None:
    comment = "# quality-kit: ignore[QK201] -- x"
    text = f"from app.services import OrderService\n\norder_service = OrderService()  {comment}\n"
    write(project, "app/main.py", text)
    assert found(project) == ALL[1:]


def test_one_named_file_uses_what_is_known_of_the_others(project: Path) -> None:
    write(project, "app/main.py", "\n" + APP["app/main.py"])
    assert found(project, "app/main.py") == [("app/main.py", 4, "QK201")]
    assert notes(project) == ["app/main.py"]


def test_what_was_looked_at_for_its_facts_is_known_when_it_is_named(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**APP, **NOTING, "pyproject.toml": TABLE})
    assert (found(root, "app/main.py"), notes(root)) == ([ALL[0]], sorted(["concluded", *PATHS]))
    assert (found(root, "app/talk.py"), notes(root)) == ([ALL[2]], [])
    write(root, "names.txt", "OrderService\n")
    assert found(root, "app/services.py") == [("app/services.py", 1, "TEAM002")]
    assert notes(root) == ["concluded"]


def test_a_tree_that_changes_back_is_right_both_times(project: Path) -> None:
    for _ in range(2):
        write(project, ".env.example", "DATABASE_URL=\n")
        assert found(project, "app/settings.py") == []
        write(project, ".env.example", "")
        assert found(project, "app/settings.py") == [ALL[1]]


def test_without_project_rules_only_the_named_files_are_looked_at(project: Path) -> None:
    for path in PATHS:
        write(project, path, APP[path] + "\n")
    assert found(project, "--no-project-rules", "app/talk.py", "app/main.py") == []
    assert notes(project) == ["app/main.py", "app/talk.py"]


def test_an_edit_of_a_rule_looks_at_everything_again(project: Path) -> None:
    write(project, "pack/noting.py", NOTING["pack/noting.py"] + "\n# edited\n")
    assert found(project) == ALL
    assert notes(project) == sorted(["concluded", *PATHS])


def test_a_conclusion_of_other_rules_gives_no_key_to_a_later_one(project: Path) -> None:
    write(project, "names.txt", "OrderService\n")
    before = fingerprints(project)
    with closing(sqlite3.connect(project / ".quality-kit-cache/results.sqlite")) as cache, cache:
        [(payload,)] = cache.execute("select payload from entries where cast(key as text) like 'TEAM002:%'")
        [row] = json.loads(payload)[0]
        query = "update entries set payload = replace(payload, ?, ?) where cast(key as text) like 'TEAM002:%'"
        cache.execute(query, (row[Finding._fields.index("key") + 1], "0" * 16))
    write(project, "pack/noting.py", NOTING["pack/noting.py"] + "\n# edited\n")
    assert fingerprints(project) == before


def test_fingerprints_are_the_same_from_the_cache_after_lines_have_moved(project: Path) -> None:
    before = fingerprints(project)
    for path in PATHS:
        write(project, path, "# moved\n" + APP[path])
    after = fingerprints(project)
    assert before == after == fingerprints(project, "--no-cache")


def test_cached_uncached_and_parallel_runs_give_the_same_bytes(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {**APP, **{f"odd/{name}.py": odd.data for name, odd in {**ENCODINGS, **LINES, **NEW_SYNTAX}.items()}},
    )
    for package in (email, json):
        assert package.__file__ is not None
        shutil.copytree(Path(package.__file__).parent, root / "app" / package.__name__)
    size = sum(path.stat().st_size for path in root.rglob("*.py"))
    assert size > 300_000  # so that processes are started
    runs = [
        ("--no-cache", "--jobs", "1"),
        ("--no-cache", "--jobs", "2"),
        ("--jobs", "2"),
        ("--jobs", "1"),
        ("--jobs", "0"),
    ]
    reports = []
    for number, arguments in enumerate(runs):
        done = run(
            "check",
            "--no-linters",
            "--output-format",
            "json",
            *arguments,
            cwd=root,
            env={"PYTHONHASHSEED": str(number)},
        )
        assert (done.returncode, done.stderr) == (1, "")
        reports.append(re.sub(r'"seconds": [\d.]+', "", done.stdout))
    assert len(reports[0]) > 100_000
    assert [len(report) for report in reports] == [len(reports[0])] * len(runs)
    assert set(reports) == {reports[0]}
