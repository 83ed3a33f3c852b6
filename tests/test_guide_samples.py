"""What a guide shows as good passes under its preset, and what it shows as bad is found where it stands.

A sample lies in ``tests/guides/<guide>/``, mirrors one piece of code of that guide in words of our own, and is
checked by all rules of the preset. A file is a module (its first lines may say where: ``# path: app/x.py``), a
folder is a whole project. Lines with ``# finding: QK401`` must be found, all others must not; markers of rules
that are not built yet wait for them. Adding a sample is adding a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quality_kit.guides import names
from tests.examples import expected, rules, unmarked
from tests.in_process import check
from tests.projects import make_project
from tests.test_cases import load

SAMPLES = Path(__file__).parent / "guides"
#: What speaks of a whole repository has samples that are one, in tests of its own.
_ABOUT_REPOSITORIES = ("QK505", "QK511", "QK512", "QK513", "QK514", "QK515", "QK611", "QK612", "QK613")


def samples() -> list[Any]:
    return [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(SAMPLES.glob("*/*"))]


def codes() -> frozenset[str]:
    return frozenset(entry.info.code for entry in rules()).difference(_ABOUT_REPOSITORIES)


@pytest.mark.parametrize("sample", samples())
def test_a_preset_finds_what_is_marked_in_a_sample_of_its_guide(tmp_path: Path, sample: Path) -> None:
    files = load(sample, "").files
    plain = {path: unmarked(text) for path, text in files.items()}
    project = make_project(tmp_path, {**plain, "quality-kit.toml": f'guide = "{sample.parent.name}"\n'})
    ran = check(project, "--no-linters")
    assert ran.code in (0, 1), ran.err
    found = sorted(place for place in ran.places if place[2] in codes())
    assert found == sorted(tuple(place) for place in expected(files) if place.code in codes())


def test_every_guide_has_samples() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(names())
