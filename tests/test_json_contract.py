"""The JSON report, as docs/json.md describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.in_process import call, check
from tests.packs import PACK
from tests.projects import commit, make_project, report, write

DOCUMENT = ["version", "findings", "failures", "not_checked", "summary"]
FINDING = [
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "code",
    "name",
    "message",
    "severity",
    "sources",
    "fixable",
    "suppressed_by",
    "fingerprint",
    "scope",
]
SUMMARY = [
    "files",
    "findings",
    "errors",
    "warnings",
    "infos",
    "suppressed",
    "failures",
    "seconds",
    "baseline",
]
BASELINE = ["file", "matched", "stale"]
STALE = ["path", "code", "scope", "key", "fails"]


def test_the_page_shows_the_document_that_is_written() -> None:
    page = (Path(__file__).parent.parent / "docs" / "json.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    assert list(shown) == [*DOCUMENT, "baseline"]
    assert (list(shown["findings"][0]), list(shown["summary"])) == (FINDING, SUMMARY)
    assert list(shown["baseline"]) == BASELINE
    assert [list(entry) for entry in shown["baseline"]["stale"]] == [STALE]
    assert [list(entry) for entry in (*shown["failures"], *shown["not_checked"])] == [
        ["source", "reason", "path"]
    ] * 2
    assert [key for key in FINDING if f"`{key}`" not in page.partition("| key of a finding")[2]] == []


def test_a_comparison_adds_the_commit_that_was_compared_with(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": 'print("x")\n'})
    head = commit(project)
    document = check(project, "--no-linters", "--new-since", head).report
    assert list(document) == [DOCUMENT[0], "new_since", *DOCUMENT[1:]]
    assert document["new_since"] == {"ref": head[:10], "commit": head}
    [finding] = document["findings"]
    assert (list(finding), finding["suppressed_by"]) == (FINDING, f"not new: it is in {head[:10]} too")
    summary = document["summary"]
    assert (list(summary), summary["findings"], summary["suppressed"]) == (SUMMARY, 0, 1)


def without_time(text: str) -> str:
    return re.sub(r'"seconds": [0-9.]+', '"seconds": 0', text)


def test_a_clean_project_gives_the_whole_document(tmp_path: Path) -> None:
    ran = check(make_project(tmp_path, {"x.py": "x = 1\n"}), "--no-linters")
    document = ran.report
    assert list(document) == DOCUMENT
    assert list(document["summary"]) == SUMMARY
    seconds = document["summary"].pop("seconds")
    assert isinstance(seconds, float)
    assert (document["version"], document["findings"], document["failures"], document["not_checked"]) == (
        1,
        [],
        [],
        [],
    )
    assert set(document["summary"].values()) == {1, 0}
    assert document["summary"]["files"] == 1


def test_a_finding_of_a_rule_has_all_its_properties(tmp_path: Path) -> None:
    code = (
        "class Orders:\n"
        "    def show(self) -> None:\n"
        "        eval(  # quality-kit: ignore[TEAM001] -- legacy\n"
        "            1)\n"
    )
    project = make_project(tmp_path, {**PACK, "app/x.py": code})
    [finding] = check(project, "--select", "TEAM001").report["findings"]
    assert list(finding) == FINDING
    fingerprint = finding.pop("fingerprint")
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint)
    assert finding == {
        "path": "app/x.py",
        "line": 3,
        "column": 9,
        "end_line": 4,
        "end_column": 15,
        "code": "TEAM001",
        "name": "forbidden-call",
        "message": "eval is forbidden",
        "severity": "error",
        "sources": ["quality-kit"],
        "fixable": False,
        "suppressed_by": "comment: legacy",
        "scope": "Orders.show",
    }


def test_a_finding_of_several_linters_is_one_with_all_sources(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": "import os\n"})
    found = check(project, "--linters", "flake8,autoflake").report["findings"]
    assert [(finding["code"], finding["sources"], finding["fixable"]) for finding in found] == [
        ("F401", ["flake8", "autoflake"], True)
    ]


def test_the_summary_counts_what_is_active(tmp_path: Path) -> None:
    table = 'rules.QK102.severity = "warning"\nrules.QK101.severity = "info"\n'
    code = "def f(a):\n    print(a)\n    print(a)\n    print(a)  # noqa: QK401\n"
    project = make_project(tmp_path, {"quality-kit.toml": table, "x.py": code, "y.py": ""})
    ran = check(project, "--no-linters")
    summary = ran.report["summary"]
    del summary["seconds"]
    assert summary == {
        "files": 2,
        "findings": 4,
        "errors": 2,
        "warnings": 1,
        "infos": 1,
        "suppressed": 1,
        "failures": 0,
        "baseline": 0,
    }
    assert len(ran.report["findings"]) == 5


def test_a_baseline_is_told_when_one_is_used(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"x.py": 'print("a")\n', "y.py": 'print("b")  # noqa: QK401\n'})
    assert call(project, "baseline", "create").code == 0
    used = check(project, "--no-linters").report
    assert list(used) == [*DOCUMENT, "baseline"]
    assert used["baseline"] == {"file": ".quality-kit-baseline.jsonl", "matched": 1, "stale": []}
    counts = {name: used["summary"][name] for name in ("findings", "suppressed", "baseline")}
    assert counts == {"findings": 0, "suppressed": 1, "baseline": 1}
    write(project, "x.py", "")
    [stale] = check(project, "--no-linters").report["baseline"]["stale"]
    assert list(stale) == STALE
    assert (stale["path"], stale["code"], stale["fails"]) == ("x.py", "QK401", False)
    assert list(check(project, "--no-linters", "--no-baseline").report) == DOCUMENT


def test_findings_are_sorted_by_place_whatever_the_order_of_work(tmp_path: Path) -> None:
    code = 'print("a"); print("b")\nprint("c")\n'
    files = {name: code for name in ("b.py", "a/z.py", "a/b.py", "a.py", "B.py")}
    project = make_project(tmp_path, files)
    found = check(project, "b.py", "a", "a.py", "B.py", "--select", "QK401").report["findings"]
    places = [(finding["path"], finding["line"], finding["column"]) for finding in found]
    assert places == sorted(places)
    assert [path for path, line, column in places if line == 2] == [
        "B.py",
        "a.py",
        "a/b.py",
        "a/z.py",
        "b.py",
    ]


def test_findings_are_laid_out_as_all_else_is(tmp_path: Path) -> None:
    code = 'import os\ndef f(a = 1) :\n    print("\\u2028 \\"sources\\": null", a)\n'
    root = make_project(tmp_path, {"a.py": code, "b.py": "def é(): pass\n"})
    written = check(root, "--linters", "black,flake8,autoflake").out
    assert {len(finding["sources"]) for finding in json.loads(written)["findings"]} == {1, 2}
    assert written == json.dumps(json.loads(written), indent=2) + "\n"


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    files = {f"app/m{number}.py": f'def f(a):\n    print("{number}")\n' for number in range(30)}
    project = make_project(tmp_path, files)
    cold = check(project, "--no-linters", "--no-cache")
    filling = check(project, "--no-linters")
    warm = check(project, "--no-linters")
    assert len(cold.report["findings"]) == 90
    assert without_time(cold.out) == without_time(filling.out) == without_time(warm.out)


def test_a_failure_says_who_failed_why_and_where(tmp_path: Path) -> None:
    path = "quality/rules/words/forbidden_call.py"
    broken = PACK[path].replace("self.report(node, f", "raise RuntimeError(f")
    project = make_project(tmp_path, {**PACK, path: broken, "x.py": "eval(x)\n"})
    document = report("--no-linters", cwd=project, exit_code=2)
    [failure] = document["failures"]
    reason = failure.pop("reason")
    assert failure == {"source": "TEAM001", "path": "x.py"}
    assert reason.startswith("the rule failed: RuntimeError: eval is forbidden (")
    assert (document["summary"]["failures"], document["summary"]["findings"]) == (1, 0)


def test_what_a_linter_passes_over_is_listed(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"broken.py": "def (:\n"})
    document = check(project, "--linters", "isort,autoflake").report
    reason = "the file does not parse"
    assert document["not_checked"] == [
        {"source": "autoflake", "reason": reason, "path": "broken.py"},
        {"source": "isort", "reason": reason, "path": "broken.py"},
    ]
    assert [finding["code"] for finding in document["findings"]] == ["QK000"]


def test_hostile_text_is_escaped_and_the_document_stays_valid(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {b"caf\xe9\n\x1b[31m.py".decode("utf-8", "surrogateescape"): 'print("x")\n'}
    )
    write(project, "y.py", "def \x1b(:\n")
    document: dict[str, Any] = report("--select", "QK401", cwd=project, exit_code=1)
    assert [finding["path"] for finding in document["findings"]] == ["caf\\udce9\n\x1b[31m.py", "y.py"]


def test_the_document_holds_no_character_that_a_terminal_or_a_strict_parser_minds(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {b"caf\xe9\x1b[31m.py".decode("utf-8", "surrogateescape"): 'print("\u2028")\n'}
    )
    text = call(project, "check", "--select", "QK401", "--output-format", "json").out
    assert re.findall(r"[^\x20-\x7e\n]|(?<!\\)\\ud[89a-f]", text) == []
    assert json.loads(text)["summary"]["findings"] == 1


def test_paths_are_relative_to_the_root_with_slashes(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"pyproject.toml": "[tool.quality-kit]\n", "a b/ü/x.py": 'print("x")\n'})
    assert check(project / "a b", "ü", "--select", "QK401").places == [("a b/ü/x.py", 1, "QK401")]
