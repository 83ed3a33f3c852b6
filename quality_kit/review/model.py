"""A review: what every form prints. Immutable, sorted, plain data; nothing in it depends on the time of day."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quality_kit.finding import BaselineEntry, Failure, Finding, NotChecked

#: Modules up to this number are told one by one.
_SEVERAL = 3


class Problem(NamedTuple):
    """A finding that the change brought."""

    finding: Finding
    #: The physical line it stands on; empty where it cannot be read.
    source: str
    #: Why it matters, in one line.
    why: str
    #: Whether it counts for the gate: a rule may be evaluated for the checklist only.
    is_gating: bool
    #: The fix as lines of a unified diff, empty where no tool offers one.
    fix: tuple[str, ...] = ()
    #: What stands in place of the finding's lines after the fix; None where that is more than these lines.
    replacement: tuple[str, ...] | None = None


class Drift(NamedTuple):
    """Something that makes the checks stricter or milder."""

    kind: Literal["suppression", "baseline", "configuration", "typing", "test", "hook"]
    #: Whether the checks got milder; stricter ones are shown, too, but need no reason.
    is_looser: bool
    path: str
    #: In the head; in the base for what is gone; 0 for a whole file.
    line: int
    #: What happened, in a few words: ``noqa: QK201 added``.
    what: str
    #: Why, in the author's words; empty where none is given.
    reason: str = ""
    #: Whether one is asked for: without it this fails the gate.
    needs_reason: bool = False

    @property
    def is_red(self) -> bool:
        """Milder, and nobody says why."""
        return self.is_looser and self.needs_reason and not self.reason


Verdict = Literal["pass", "fail", "judge"]


class ChecklistItem(NamedTuple):
    """One item of a guide's checklist, as far as a machine can judge it."""

    text: str
    #: ``judge``: only a person can.
    verdict: Verdict
    #: Counts and places, or what to look at: ``app/x.py:12 QK301 ...``.
    evidence: tuple[str, ...] = ()
    #: What was looked at, for an item that passes: ``QK101, QK102 on 12 files``.
    looked_at: str = ""
    #: For an item that fails, how many of the new problems it has by code.
    codes: tuple[tuple[str, int], ...] = ()


class FileRisk(NamedTuple):
    """A changed file, and why one should look at it early."""

    path: str
    #: The greater, the earlier; only its order means something.
    score: int
    #: ``route``, ``service``, ``repository``, ``model``, ``settings``, ``migration``, ``test`` ..., empty for none.
    layer: str
    added: int
    removed: int
    #: The functions and classes that the change touches, by their scope.
    scopes: tuple[str, ...] = ()
    #: Physical lines before and after, and the limit that holds for the file (0 for none).
    size_before: int = 0
    size_after: int = 0
    limit: int = 0
    #: In words, the weightiest first: ``blocking call added: requests.get in fetch``.
    reasons: tuple[str, ...] = ()


class ContractChange(NamedTuple):
    """Something that others rely on."""

    kind: Literal["route", "signature", "setting", "dependency"]
    change: Literal["added", "changed", "removed"]
    #: ``GET /users/{id}``, ``app.users.find``, ``DATABASE_URL``, ``fastapi``.
    name: str
    #: What is different: ``response model User -> UserOut``.
    detail: str
    path: str
    line: int
    #: Whether callers that did nothing wrong may break.
    is_breaking: bool = False


class LineCoverage(NamedTuple):
    """Of one changed file, the changed lines that hold code, and which of them no test ran."""

    path: str
    measured: int
    missed: tuple[int, ...]


class Tests(NamedTuple):
    """What the change did about tests."""

    #: Changed modules for which there are tests that did not change, or none at all.
    without_tests: tuple[str, ...] = ()
    changed_tests: tuple[str, ...] = ()
    #: The report the figures are from, empty where there is none.
    coverage_file: str = ""
    coverage: tuple[LineCoverage, ...] = ()
    #: Why a coverage report is not believed: it is older than the code.
    coverage_doubt: str = ""

    @property
    def is_silent(self) -> bool:
        """Whether not one test changed with several modules: said once, it is enough."""
        return not self.changed_tests and len(self.without_tests) > _SEVERAL


class DiffLine(NamedTuple):
    """One line of a file's diff."""

    #: `` ``: on both sides, ``+``: new, ``-``: gone, ``@``: lines of both sides are left out here.
    sign: Literal[" ", "+", "-", "@"]
    #: In the base and in the head, 0 where the side has no such line.
    old: int
    new: int
    text: str


class FileDiff(NamedTuple):
    """What differs in one file."""

    path: str
    #: In the base; empty for a new file.
    before: str
    status: str
    added: int
    removed: int
    #: Empty for what holds no text.
    lines: tuple[DiffLine, ...]
    #: Lines that were left out because there are too many.
    cut: int = 0


class Debt(NamedTuple):
    """How many findings of our rules the tree has, comments apart; those in the baseline are counted."""

    before: int
    after: int


class Gate(NamedTuple):
    """Whether the change passes."""

    #: The words of ``fail-on`` that are met, in the order of their table.
    failed: tuple[str, ...]
    #: Whether nothing could be said because something did not work.
    is_broken: bool


class Review(NamedTuple):
    """All that is said of a change."""

    #: As people call them: ``origin/main``, ``the work tree``.
    base: str
    head: str
    #: Full ids; empty for a work tree, an index or a patch.
    base_commit: str
    head_commit: str
    #: Changed files, their added and removed lines.
    files: int
    added: int
    removed: int
    gate: Gate
    debt: Debt
    problems: tuple[Problem, ...]
    fixed: tuple[Finding, ...]
    #: Entries of the baseline that the change makes unnecessary, to be taken out and committed.
    stale: tuple[BaselineEntry, ...]
    baseline_file: str
    drift: tuple[Drift, ...]
    #: The guide that the checklist is from.
    guide: str
    checklist: tuple[ChecklistItem, ...]
    risks: tuple[FileRisk, ...]
    contracts: tuple[ContractChange, ...]
    tests: Tests
    #: Findings that were there before, in functions that the change touches.
    old: tuple[Finding, ...]
    diff: tuple[FileDiff, ...]
    failures: tuple[Failure, ...]
    not_checked: tuple[NotChecked, ...]
    #: Name and version of quality-kit and of the linters that ran.
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def suppressions_added(self) -> int:
        """How many comments were added that silence findings."""
        return sum(1 for each in self.drift if each.kind == "suppression" and each.is_looser)
