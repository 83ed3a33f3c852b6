"""Tests that are skipped now, or gone."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.config import Config
from quality_kit.review.change import Side
from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift


class _Tests:
    """The tests of one side by name, with what switches each off."""

    def __init__(self) -> None:
        self.switched: dict[str, tuple[str, str, int, str]] = {}
        self.names: dict[str, tuple[str, int]] = {}


def skipped_tests(evidence: Evidence) -> Iterator[Drift]:
    """Markers and calls that switch tests off, and tests that no file has any more."""
    files = [file for file in evidence.change.python if _is_test(evidence.config, file)]
    before = _tests(evidence.change.base, [file.before for file in files])
    now = _tests(evidence.change.head, [None if file.status == "deleted" else file.path for file in files])
    for name, (path, switch, line, reason) in sorted(now.switched.items()):
        if name not in before.switched:
            yield Drift("test", True, path, line, f"{switch} added to {name}", reason, needs_reason=True)
    for name, (path, switch, _, _) in sorted(before.switched.items()):
        if name not in now.switched and name in now.names:
            yield Drift("test", False, now.names[name][0], 0, f"{switch} removed from {name}")
    for name, (path, _) in sorted(before.names.items()):
        if name not in now.names:
            yield Drift("test", True, path, 0, f"the test {name} is gone")


def _is_test(config: Config, file: FileChange) -> bool:
    return config.in_class(file.path, ("tests",))


def _tests(side: Side, paths: list[str | None]) -> _Tests:
    found = _Tests()
    for path, outline in side.outlines(paths):
        for test in outline.tests:
            found.names[test.name] = path, 0
            if test.switch:
                found.switched[test.name] = path, test.switch, test.line, test.reason
    return found
