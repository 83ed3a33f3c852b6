"""The sample backend in the layout of the style guide: clean under its preset, and found out when it is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.projects import commit, places, report, run, run_git
from tests.reviews import review

EXAMPLES = Path(__file__).parent.parent / "examples"
_SAMPLE = EXAMPLES / "parcels-backend"
#: Made by ``git diff`` in a copy of the sample; beside it what is found then, a finding a line.
_PATCH = EXAMPLES / "parcels-backend.broken.patch"
_EXPECTED = EXAMPLES / "parcels-backend.broken.txt"
#: The rules of the style guide, but for those that the clean sample shows from their good side only.
_CODES = (
    "101 102 201 202 203 205 301 302 401 402 403 404 405 501 502 503 504 "
    "611 613 622 623 701 702 703 706 801 802 803"
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy in a repository of its own, committed."""
    root = tmp_path / "project"
    shutil.copytree(_SAMPLE, root, ignore=shutil.ignore_patterns(".*cache*", "__pycache__"))
    run_git(root, "init", "--quiet")
    commit(root)
    return root


def test_the_sample_is_clean_under_the_preset_with_all_linters(sample: Path) -> None:
    found = report(cwd=sample, exit_code=0)
    assert (places(found), found["failures"], found["not_checked"]) == ([], [], [])


def test_the_broken_variant_has_exactly_the_expected_findings(sample: Path) -> None:
    run_git(sample, "apply", str(_PATCH))
    found = places(report(cwd=sample, exit_code=1))
    expected = [line.split() for line in _EXPECTED.read_text(encoding="utf-8").splitlines()]
    assert found == [(path, int(line), code) for path, line, code in expected]
    assert {code for _, _, code in found if code.startswith("QK")} == {
        f"QK{number}" for number in _CODES.split()
    }


def test_a_review_of_the_broken_variant_fails_every_item_of_the_checklist(sample: Path) -> None:
    run_git(sample, "apply", str(_PATCH))
    found = review("--no-linters", cwd=sample, exit_code=1)
    assert found["verdict"] == "FAIL: 32 new, 0 fixed, debt 0 -> 32"
    assert [item["verdict"] for item in found["checklist"][:10]] == ["fail"] * 10


def test_the_coverage_of_the_clean_sample_is_complete(sample: Path) -> None:
    done = run("guide", "coverage", "style-guide", cwd=sample)
    assert done.returncode == 0, done.stderr
    assert "planned" not in done.stdout
