"""What a run passed over: told in every report, because it is not the same as passed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quality_kit.engine.project_rules import active_rules
from quality_kit.finding import OWN_SOURCE, Failure, Finding, NotChecked
from quality_kit.linters import LinterResults, silent_on_unparsable
from quality_kit.own_findings import UNPARSABLE_FILE
from quality_kit.request import CheckRequest

#: A file that our parser reads may be too new for a linter's.
_UNPARSED = frozenset((UNPARSABLE_FILE, "E999"))


def stopped(findings: Iterable[Finding], linters: LinterResults) -> Iterator[Failure]:
    """A linter that looked at no file, where no finding says why: a green run would be no proof."""
    if not any(finding.code == UNPARSABLE_FILE for finding in findings):
        for entry in linters.not_checked:
            if entry.path is None:
                yield Failure(entry.source, f"it checked nothing: {entry.reason}")


def left_out_rules(request: CheckRequest) -> Iterator[NotChecked]:
    """The rules that look across files, in a run without them."""
    if not request.project_rules:
        for rule in active_rules(request.catalogue, request.config):
            yield NotChecked(rule.code, "it looks across files, and such rules are left out")


def foreign_links(request: CheckRequest, inputs: Iterable[str]) -> Iterator[NotChecked]:
    """Links that nobody has named, and among what rules read; what they lead to is not the project's."""
    for path in request.foreign:
        yield NotChecked(OWN_SOURCE, "a link that leads out of the repository: name it to check it", path)
    for path in inputs:
        yield NotChecked(OWN_SOURCE, "a link that leads out of the repository: rules do not read it", path)


def unlinted(request: CheckRequest, targets: Iterable[str]) -> Iterator[NotChecked]:
    """What the linters were not asked to look at: no news, but nothing may be concluded from their silence."""
    if request.linted is not None:
        for path in targets:
            if path not in request.linted:
                for linter in request.linters:
                    yield NotChecked(linter, "it was not asked to look at it", path)


def _codes(finding: Finding) -> tuple[str, ...]:
    return (finding.code, *finding.aliases)


def silent_linters(
    findings: Iterable[Finding], started: Collection[str], linters: LinterResults
) -> tuple[NotChecked, ...]:
    """The started linters that say nothing about files that do not parse."""
    if not started:
        return ()
    broken = sorted(
        {finding.location.path for finding in findings if not _UNPARSED.isdisjoint(_codes(finding))}
    )
    if not broken:
        return ()
    told = {(entry.source, entry.path) for entry in linters.not_checked}
    silent = silent_on_unparsable()
    reason = "the file does not parse"
    return tuple(
        NotChecked(linter, reason, path)
        for path in broken
        for linter in started
        if linter in silent and (linter, path) not in told
    )
