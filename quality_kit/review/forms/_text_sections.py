"""What stands where in the text form; one function for each section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quality_kit.finding import Finding
from quality_kit.review.forms._folding import Drifts, by_file, contracts, counts, together, untested
from quality_kit.review.forms._words import (
    about,
    failed_conditions,
    finding_title,
    not_checked,
    old_title,
    quiet_signatures,
    ranges,
    verdict,
)
from quality_kit.review.model import ChecklistItem, FileRisk, Problem, Review
from quality_kit.writing.safe_text import safe
from quality_kit.writing.spans import Block, Line, StyleName

_Section = Callable[[Review], Iterator[Line]]
#: Places, files, entries that are named; the others are counted.
_MOST = 10
#: Of what is only there for the willing.
_FEW = 5
_MARKS: dict[str, tuple[str, StyleName]] = {
    "pass": ("pass", "good"),
    "fail": ("FAIL", "error"),
    "judge": ("look", "note"),
}


def sections(review: Review) -> Iterator[tuple[str, Block]]:
    """Title and lines of each section; those without lines are to be left out."""
    yield "", list(_verdict(review))
    yield "New problems", list(_problems(review))
    yield "Fixed by this change", list(_fixed(review))
    yield "Policy drift", list(_drift(review))
    yield f"Checklist: {review.guide}", list(_checklist(review))
    yield "Where to look first", list(_risks(review))
    yield "Contract changes", list(_contracts(review))
    yield "Tests", list(_tests(review))
    yield old_title(review), list(_old(review))
    yield "Not checked", list(_not_checked(review))


def _verdict(review: Review) -> Iterator[Line]:
    is_bad = bool(review.gate.failed or review.gate.is_broken)
    yield ((verdict(review), "error" if is_bad else "good"),)
    yield _plain(f"  {safe(about(review))}")
    for condition in failed_conditions(review):
        yield ((f"  failed on {condition}", "error"),)
    for failure in review.failures:
        first = failure.reason.splitlines()[0] if failure.reason else ""
        yield ((f"  {safe(failure.source)} failed: {safe(first)}", "failure"),)


def _problems(review: Review) -> Iterator[Line]:
    told: set[str] = set()
    for file in by_file(review):
        yield ((f"  {safe(file.path)}", "path"),)
        line = 0
        for problem in file.shown:
            yield from _problem(
                problem, problem.finding.code not in told, problem.finding.location.line == line
            )
            told.add(problem.finding.code)
            line = problem.finding.location.line
        if file.rest:
            yield _plain(f"    {'and more: ' if file.shown else ''}{', '.join(file.rest)}")


def _problem(problem: Problem, is_first: bool, is_same_line: bool) -> Iterator[Line]:
    """Why a finding of a rule matters is told once, a line with two findings is shown once."""
    finding = problem.finding
    where = f"{finding.location.line}:{finding.location.column}"
    severity = finding.severity if problem.is_gating else "info"
    yield (
        (f"    {where:<9} ", "place"),
        (f"{severity:<8} ", severity),
        (safe(finding_title(finding)), "title"),
        (f"  {safe(finding.message)}", "plain"),
    )
    if problem.source.strip() and not is_same_line and f"-{problem.source}" not in problem.fix:
        yield ((f"{'':14}| ", "place"), (safe(problem.source.strip()), "plain"))
    for line in problem.fix:
        yield ((f"{'':14}  {safe(line)}", "good" if line.startswith("+") else "plain"),)
    if problem.why and is_first:
        yield _plain(f"{'':14}why: {safe(problem.why)}")
    if finding.code.startswith("QK") and is_first:
        yield ((f"{'':14}more: quality-kit explain {finding.code}", "place"),)


def _fixed(review: Review) -> Iterator[Line]:
    for finding in review.fixed[:_MOST]:
        yield _plain(f"  {_place(finding)} {safe(finding_title(finding))}  {safe(finding.message)}")
    yield from _more(len(review.fixed) - _MOST)
    if review.stale:
        entries = "entry" if len(review.stale) == 1 else "entries"
        yield (
            (
                f"  {len(review.stale)} {entries} of {safe(review.baseline_file)} to take out and commit: "
                "quality-kit baseline prune",
                "note",
            ),
        )
    for entry in review.stale[:_MOST]:
        yield _plain(f"    - {safe(entry.path)} {safe(entry.code)} {safe(entry.scope)}".rstrip())
    yield from _more(len(review.stale) - _MOST, "    ")


def _drift(review: Review) -> Iterator[Line]:
    yield from map(_drift_line, together(review.drift))


def _drift_line(drifts: Drifts) -> Line:
    drift = drifts.drift
    style: StyleName = "error" if drift.is_red else "note" if drift.is_looser else "good"
    reason = f" -- {safe(drift.reason)}" if drift.reason else " (no reason given)" if drift.is_red else ""
    return (
        ("  ", "plain"),
        (f"{'looser' if drift.is_looser else 'stricter':<9}", style),
        (safe(drifts.where), "path"),
        (f" {safe(drifts.what)}{reason}", "plain"),
    )


def _checklist(review: Review) -> Iterator[Line]:
    for item in review.checklist:
        yield from _item(item)


def _item(item: ChecklistItem) -> Iterator[Line]:
    mark, style = _MARKS[item.verdict]
    looked = f"  ({safe(item.looked_at)})" if item.looked_at else ""
    number = f"  ({counts(item.codes) or len(item.evidence)})" if item.evidence else ""
    yield (("  ", "plain"), (f"{mark:<5}", style), (f"{safe(item.text)}{number}{looked}", "plain"))
    if item.codes:  # they stand under the new problems
        return
    for evidence in item.evidence[:_MOST]:
        yield ((f"{'':9}{safe(evidence)}", "place"),)
    yield from _more(len(item.evidence) - _MOST, f"{'':9}")


def _risks(review: Review) -> Iterator[Line]:
    for risk in review.risks[:_MOST]:
        yield from _risk(risk)
    yield from _more(len(review.risks) - _MOST)


def _risk(risk: FileRisk) -> Iterator[Line]:
    layer = f" {risk.layer}" if risk.layer else ""
    size = f", {risk.size_before} -> {risk.size_after} lines"
    limit = f" of {risk.limit}" if risk.limit else ""
    yield (
        (f"  {safe(risk.path)}", "path"),
        (f"{layer} +{risk.added} -{risk.removed}{size}{limit}", "plain"),
    )
    for reason in risk.reasons:
        yield _plain(f"    {safe(reason)}")
    if risk.scopes:
        named = ", ".join(map(safe, risk.scopes[:_FEW]))
        more = f" and {len(risk.scopes) - _FEW} more" if len(risk.scopes) > _FEW else ""
        yield ((f"    touched: {named}{more}", "place"),)


def _contracts(review: Review) -> Iterator[Line]:
    """Signatures that break nobody are counted."""
    told = contracts(review.contracts)
    for each in told.shown:
        style: StyleName = "error" if each.is_breaking else "plain"
        yield (
            (f"  {each.change:<8} ", style),
            (f"{each.kind} ", "plain"),
            (safe(each.name), "title"),
            (f" {safe(each.detail)}" if each.detail else "", "plain"),
            (f"  {safe(each.path)}:{each.line}" if each.line else f"  {safe(each.path)}", "place"),
        )
    yield from (_plain(f"  {safe(more)}") for more in told.rest)
    if told.quiet:
        yield _plain(f"  {quiet_signatures(told.quiet)}")


def _tests(review: Review) -> Iterator[Line]:
    tests = review.tests
    lines = untested(review)
    yield from (_plain(f"  {safe(line)}") for line in lines[:_MOST])
    yield from _more(len(lines) - _MOST)
    for covered in tests.coverage:
        missed = f": lines {ranges(covered.missed)} never run" if covered.missed else ""
        ran = covered.measured - len(covered.missed)
        yield _plain(f"  {safe(covered.path)}: {ran} of {covered.measured} changed lines covered{missed}")
    if tests.coverage_doubt:
        yield ((f"  {safe(tests.coverage_doubt)}", "note"),)


def _old(review: Review) -> Iterator[Line]:
    for finding in review.old[:_FEW]:
        yield _plain(f"  {_place(finding)} {safe(finding_title(finding))}  {safe(finding.message)}")
    yield from _more(len(review.old) - _FEW)


def _not_checked(review: Review) -> Iterator[Line]:
    for line in not_checked(review):
        yield ((f"  {line}", "note"),)
    if review.versions:
        yield (
            (
                f"  checked with {', '.join(f'{name} {version}' for name, version in review.versions)}",
                "place",
            ),
        )


def _more(number: int, indent: str = "  ") -> Iterator[Line]:
    if number > 0:
        yield _plain(f"{indent}and {number} more")


def _place(finding: Finding) -> str:
    return f"{safe(finding.location.path)}:{finding.location.line}"


def _plain(text: str) -> Line:
    return ((text, "plain"),)
