"""``check --new-since``: what counts is what the other commit does not have."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.in_process import call, check
from tests.projects import commit, make_project, run, run_git, write

TABLE = '[tool.quality-kit]\nselect = ["QK4", "QK2", "QK501", "QK601", "F", "black", "isort"]\n'
TALK = "def talk(name: str) -> None:\n    print(name)\n"
FILES = {
    "pyproject.toml": TABLE,
    ".env.example": "",
    "app/__init__.py": "",
    "app/talk.py": TALK,
    "app/settings.py": 'import os\n\nURL = os.environ["DATABASE_URL"]\n',
}
RULES = ("--no-linters",)
SINCE = ("--new-since", "HEAD")
#: The command as a program that tells which modules it imported.
TELLING = (
    sys.executable,
    "-c",
    "import sys\nfrom quality_kit.cli.app import app\n"
    "try:\n    app()\nfinally:\n    print('libcst' in sys.modules, file=sys.stderr)",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path, FILES)
    write(root, ".git/info/exclude", ".quality-kit-cache\n.mypy_cache\n")
    commit(root)
    return root


def new(root: Path, *arguments: str) -> list[tuple[str, int, str]]:
    return check(root, *SINCE, *(arguments or RULES)).places


def test_what_the_commit_has_does_not_count_and_stays_in_the_report(project: Path) -> None:
    ran = check(project, *SINCE, *RULES)
    assert (ran.code, ran.places) == (0, [])
    marks = [(finding["code"], finding["suppressed_by"]) for finding in ran.report["findings"]]
    assert marks == [("QK501", "not new: it is in HEAD too"), ("QK401", "not new: it is in HEAD too")]
    assert ran.report["new_since"] == {
        "ref": "HEAD",
        "commit": run_git(project, "rev-parse", "HEAD").strip(),
    }


def test_a_violation_added_to_an_old_file_counts_alone(project: Path) -> None:
    write(project, "app/talk.py", f"import os\n\n\n{TALK}    print(os.sep)\n")
    ran = check(project, *SINCE, *RULES)
    assert (ran.code, ran.places) == (1, [("app/talk.py", 6, "QK401")])


def test_one_mended_and_an_equal_one_added_elsewhere_in_the_file_is_one_new(project: Path) -> None:
    write(
        project,
        "app/talk.py",
        TALK.replace("print(name)", "return") + "\n\ndef more() -> None:\n    print(1)\n",
    )
    assert new(project) == [("app/talk.py", 6, "QK401")]


def test_a_second_of_the_same_kind_counts(project: Path) -> None:
    write(project, "app/talk.py", TALK + "    print(name)\n")
    assert new(project) == [("app/talk.py", 3, "QK401")]


def test_code_moved_within_its_file_and_formatted_anew_is_not_new(project: Path) -> None:
    write(
        project, "app/talk.py", "X = 1\n\n\ndef talk(name: str) -> None:\n    # words\n    print( name, )\n"
    )
    assert new(project) == []


def test_code_moved_to_another_file_is_not_new_but_a_copy_is(project: Path) -> None:
    write(project, "app/words.py", TALK)
    assert new(project) == [("app/words.py", 2, "QK401")]
    write(project, "app/talk.py", "")
    assert new(project) == []


def test_a_statement_silenced_where_it_was_is_not_gone_from_there(project: Path) -> None:
    write(project, "app/talk.py", TALK.replace("(name)\n", "(name)  # quality-kit: ignore[QK401] -- why\n"))
    write(project, "app/words.py", TALK)
    assert new(project) == [("app/words.py", 2, "QK401")]


@pytest.mark.parametrize("tracked", [True, False])
def test_a_renamed_file_takes_its_old_findings_along(project: Path, tracked: bool) -> None:
    write(project, "app/big.py", LONG)
    commit(project)
    (project / "app/big.py").rename(project / "app/large.py")
    if tracked:
        run_git(project, "add", "--all")
        write(project, "app/large.py", LONG.replace("value_7 = None\n", 'print("x")\n'))
    expected = [("app/large.py", 8, "QK401")] if tracked else []
    assert new(project) == expected
    assert new(project, "--no-linters", "app/large.py") == expected


LONG = "".join(f"value_{number} = None\n" for number in range(30))


def test_a_file_beyond_the_limit_may_stay_but_not_grow(project: Path) -> None:
    write(project, "pyproject.toml", f"{TABLE}rules.QK601.max-lines = 10\n")
    write(project, "app/services/orders.py", LONG)
    commit(project)
    write(project, "app/services/orders.py", LONG.removeprefix("value_0 = None\n"))
    assert new(project) == []
    write(project, "app/services/orders.py", LONG + "one_more = None\n")
    [grown] = [
        each for each in check(project, *SINCE, *RULES).report["findings"] if not each["suppressed_by"]
    ]
    assert (grown["code"], grown["message"].endswith("(30 in HEAD, grown to 31)")) == ("QK601", True)


def test_what_has_grown_beyond_the_baseline_is_told_once(project: Path) -> None:
    write(project, "pyproject.toml", f"{TABLE}rules.QK601.max-lines = 10\n")
    write(project, "app/services/orders.py", LONG)
    assert call(project, "baseline", "create").code == 0
    commit(project)
    write(project, "app/services/orders.py", LONG + "one_more = None\n")
    [grown] = [
        each for each in check(project, *SINCE, *RULES).report["findings"] if not each["suppressed_by"]
    ]
    assert grown["message"].rpartition(" more groups ")[2] == "(in the baseline with 30, grown to 31)"


def test_a_removed_comment_makes_its_finding_new(project: Path) -> None:
    silenced = TALK.replace("(name)\n", "(name)  # quality-kit: ignore[QK401] -- why\n")
    write(project, "app/talk.py", silenced)
    commit(project)
    assert new(project) == []
    write(project, "app/talk.py", TALK)
    assert new(project) == [("app/talk.py", 2, "QK401")]


def test_an_edit_elsewhere_can_make_a_finding_of_an_unchanged_file_new(project: Path) -> None:
    write(project, ".env.example", "DATABASE_URL=\n")
    commit(project)
    write(project, ".env.example", "")
    assert new(project) == [("app/settings.py", 3, "QK501")]


def test_a_finding_about_the_project_is_old_wherever_it_stands(project: Path) -> None:
    write(project, "app/early.py", FILES["app/settings.py"])
    assert new(project) == []


def test_the_linters_that_look_at_one_file_see_both_versions_of_it(project: Path) -> None:
    write(project, "app/old.py", "import sys\nimport os\n\nx = {  }\n")
    commit(project)
    linters = ("--linters", "black,isort,flake8,autoflake", "--select", "F,black,isort,autoflake")
    assert new(project, *linters) == []
    write(project, "app/old.py", "import sys\nimport os\n\nimport re\n\nx = {  }\n")
    assert new(project, *linters) == [("app/old.py", 4, "F401")]
    write(project, "app/added.py", "import re\n")
    assert new(project, *linters) == [("app/added.py", 1, "F401"), ("app/old.py", 4, "F401")]


def test_the_linters_judge_the_old_version_by_the_configuration_of_now(project: Path) -> None:
    write(project, "app/long.py", f"x = {'1 + ' * 30}1\n")
    commit(project)
    write(project, ".flake8", "[flake8]\nmax-line-length = 40\n")
    write(project, "app/long.py", f"y = 1\nx = {'1 + ' * 30}1\n")
    assert new(project, "--linters", "flake8", "--select", "E501") == []


def test_isort_knows_the_modules_of_the_old_tree(project: Path) -> None:
    write(project, "lib/__init__.py", "")
    write(project, "app/uses.py", "import zlib_like\n\nimport lib\n")
    commit(project)
    write(project, "app/uses.py", "import zlib_like\n\nimport lib\n\nprint(lib, zlib_like)\n")
    assert new(project, "--linters", "isort", "--select", "isort") == []


def test_what_mypy_and_vulture_find_counts_in_changed_files(project: Path) -> None:
    write(project, "app/typed.py", 'x: int = ""\n')
    write(project, "app/other.py", 'y: int = ""\n')
    commit(project)
    write(project, "app/typed.py", '# changed\nx: int = ""\n')
    mypy = ("--linters", "mypy", "--select", "mypy")
    assert new(project, *mypy) == [("app/typed.py", 2, "mypy:assignment")]
    told = run("check", *SINCE, *mypy, cwd=project).stdout.splitlines()
    assert told[-2] == "of mypy, findings in changed files count as new, all others as old"
    assert told[-1].startswith("Found 1 finding (1 error) new since HEAD in 5 files in ")
    assert told[-1].endswith(" s, 1 old")


def test_a_part_of_the_project_is_compared_with_that_part(project: Path) -> None:
    write(project, "app/talk.py", TALK + "    print(1)\n")
    write(project, "app/more.py", TALK)
    assert new(project, "--no-linters", "app/talk.py") == [("app/talk.py", 3, "QK401")]


def test_standard_input_is_compared_with_the_committed_file(project: Path) -> None:
    given = (TALK + "    print(1)\n").encode()
    ran = check(project, *SINCE, "-", "--stdin-filename", "app/talk.py", input=given)
    assert ran.places == [("app/talk.py", 3, "QK401")]


def test_neither_work_tree_nor_index_are_touched(project: Path) -> None:
    write(project, "app/talk.py", TALK)
    write(project, "app/more.py", TALK)
    index = (project / ".git/index").read_bytes()
    status = run_git(project, "status", "--porcelain")
    (project / ".git/index").write_bytes(index)
    new(project)
    assert (project / ".git/index").read_bytes() == index
    assert run_git(project, "status", "--porcelain") == status


def test_a_folder_of_the_repository_can_be_the_project(tmp_path: Path) -> None:
    files = {f"backend/{path}": text for path, text in FILES.items()}
    root = make_project(tmp_path, {**files, "setup.cfg": "[flake8]\nignore = F841\n", "x.py": "print(1)\n"})
    commit(root)
    unused = "def f() -> None:\n    x = 1\n    import os\n"
    write(root, "backend/app/talk.py", f"{TALK}    print(1)\n")
    write(root, "backend/app/b.py", unused)
    arguments = ("--linters", "flake8", "--select", "QK401,F")
    added = [("app/b.py", 3, "F401"), ("app/talk.py", 3, "QK401")]
    assert new(root / "backend", *arguments) == added
    run_git(root, "add", "--all")
    assert new(root / "backend", "--staged", *arguments) == added


def test_links_and_submodules_are_left_out_and_odd_names_are_not(project: Path) -> None:
    odd = b"app/caf\xe9 \n.py".decode("utf-8", "surrogateescape")
    write(project, odd, TALK)
    (project / "link.py").symlink_to("app/talk.py")
    run_git(project, "add", "--all")
    head = run_git(project, "rev-parse", "HEAD").strip()
    run_git(project, "update-index", "--add", "--cacheinfo", f"160000,{head},sub.py")
    commit(project, add=False)
    assert check(project, *SINCE, *RULES).code == 0
    write(project, odd, f"{TALK}    print(1)\n")
    assert [line for _, line, _ in new(project)] == [3]
    assert [line for _, line, _ in new(project, "--staged", *RULES)] == []


def test_a_rule_that_fails_on_the_old_version_alone_makes_the_run_prove_nothing(project: Path) -> None:
    source = (
        "import libcst as cst\n"
        "from quality_kit.rule import Bad, FileRule, Good, RuleOptions\n\n\n"
        "class Fails(FileRule[RuleOptions]):\n"
        '    """Fails."""\n\n'
        '    code = "TEAM001"\n    message = "call"\n    default = True\n'
        '    examples = (Good("x\\n"), Bad("f()  # finding: TEAM001\\n"))\n\n'
        "    def visit_Call(self, node: cst.Call) -> None:\n"
        '        if "talk.py" in self.file.path:\n'
        '            raise RuntimeError("no")\n'
    )
    write(project, "pack/__init__.py", "")
    write(project, "pack/fails.py", source)
    table = '[tool.quality-kit]\npacks = ["pack"]\nexclude = ["pack/"]\nselect = ["TEAM001"]\n'
    write(project, "pyproject.toml", table)
    write(project, "app/talk.py", "")
    ran = check(project, *SINCE, *RULES)
    assert ran.code == 2
    [failure] = ran.report["failures"]
    assert failure["path"] == "app/talk.py"
    assert failure["reason"].startswith("on the files as they are in HEAD: the rule failed: RuntimeError: no")


def results(root: Path) -> list[tuple[object, ...]]:
    """All that the cache keeps, but for what it knows of files that are too young to be trusted."""
    with closing(sqlite3.connect(root / ".quality-kit-cache/results.sqlite")) as cache:
        return cache.execute("select * from entries where section <> 'stat' order by 1, 2").fetchall()


def test_the_second_run_checks_nothing_and_keeps_nothing(project: Path) -> None:
    write(project, "app/talk.py", TALK + "    print(1)\n")
    arguments = ("check", *SINCE, "--linters", "black,flake8", "--output-format", "json")
    first = run(*arguments, cwd=project, command=TELLING)
    kept = results(project)
    second = run(*arguments, cwd=project, command=TELLING)
    assert (first.stderr.split()[-1], second.stderr.split()[-1]) == ("True", "False")
    assert results(project) == kept
    assert second.stdout.partition('"seconds"')[0] == first.stdout.partition('"seconds"')[0]


def test_base_and_head_do_not_push_each_others_results_out(project: Path) -> None:
    write(project, "app/talk.py", TALK + "    print(1)\n")
    new(project)
    told = [
        run("check", *RULES, *since, cwd=project, command=TELLING).stderr.split()[-1]
        for since in ((), SINCE, (), SINCE)
    ]
    assert told == ["False"] * 4


def test_reads_of_variables_in_one_more_module_make_no_other_module_new(project: Path) -> None:
    reading = "import os\n\nHOST = os.environ[{!r}]\n".format
    write(project, "app/ports.py", reading("PORT"))
    write(project, "app/zones.py", reading("ZONE"))
    commit(project)
    write(project, "app/areas.py", reading("AREA"))
    write(project, "app/zones.py", reading("ZONE") + 'REST = os.environ["REST"]\n')
    ran = check(project, "--select", "QK503", *SINCE, *RULES)
    assert ran.places == [("app/areas.py", 3, "QK503"), ("app/zones.py", 3, "QK503")]
    told = [each["message"] for each in ran.report["findings"] if not each["suppressed_by"]]
    assert told[1].endswith("(1 in HEAD, grown to 2)")
