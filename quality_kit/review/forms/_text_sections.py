"""What stands where in the text form; one function for each section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from quality_kit.finding import Finding
from quality_kit.review.forms._words import (
    about,
    counted,
    failed_conditions,
    finding_title,
    not_checked,
    ranges,
    verdict,
)
from quality_kit.review.model import ChecklistItem, Drift, FileRisk, Problem, Review
from quality_kit.writing.safe_text import safe
from quality_kit.writing.spans import Block, Line, StyleName

_Section = Callable[[Review], Iterator[Line]]
#: Places, files, entries that are named; the others are counted.
_MOST = 10
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
    yield f"Touched but old: {counted(len(review.old), 'finding')}", list(_old(review))
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
    for path, group in groupby(review.problems, key=lambda problem: problem.finding.location.path):
        yield ((f"  {safe(path)}", "path"),)
        for problem in group:
            yield from _problem(problem, problem.finding.code not in told)
            told.add(problem.finding.code)


def _problem(problem: Problem, is_first: bool) -> Iterator[Line]:
    """Why a finding of a rule matters is told once."""
    finding = problem.finding
    where = f"{finding.location.line}:{finding.location.column}"
    severity = finding.severity if problem.is_gating else "info"
    yield (
        (f"    {where:<9} ", "place"),
        (f"{severity:<8} ", severity),
        (safe(finding_title(finding)), "title"),
        (f"  {safe(finding.message)}", "plain"),
    )
    if problem.source.strip():
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
    for drift in review.drift:
        yield _drift_line(drift)


def _drift_line(drift: Drift) -> Line:
    where = f"{safe(drift.path)}:{drift.line}" if drift.line else safe(drift.path)
    style: StyleName = "error" if drift.is_red else "note" if drift.is_looser else "good"
    reason = f" -- {safe(drift.reason)}" if drift.reason else " (no reason given)" if drift.is_red else ""
    return (
        ("  ", "plain"),
        (f"{'looser' if drift.is_looser else 'stricter':<9}", style),
        (where, "path"),
        (f" {safe(drift.what)}{reason}", "plain"),
    )


def _checklist(review: Review) -> Iterator[Line]:
    for item in review.checklist:
        yield from _item(item)


def _item(item: ChecklistItem) -> Iterator[Line]:
    mark, style = _MARKS[item.verdict]
    looked = f"  ({safe(item.looked_at)})" if item.looked_at else ""
    number = f"  ({len(item.evidence)})" if item.evidence else ""
    yield (("  ", "plain"), (f"{mark:<5}", style), (f"{safe(item.text)}{number}{looked}", "plain"))
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
        named = ", ".join(map(safe, risk.scopes[:_MOST]))
        more = f" and {len(risk.scopes) - _MOST} more" if len(risk.scopes) > _MOST else ""
        yield ((f"    touched: {named}{more}", "place"),)


def _contracts(review: Review) -> Iterator[Line]:
    """Signatures that nobody relies on any more are counted."""
    shown = [each for each in review.contracts if each.kind != "signature" or each.is_breaking]
    quiet = len(review.contracts) - len(shown)
    for each in shown:
        style: StyleName = "error" if each.is_breaking else "plain"
        yield (
            (f"  {each.change:<8} ", style),
            (f"{each.kind} ", "plain"),
            (safe(each.name), "title"),
            (f" {safe(each.detail)}" if each.detail else "", "plain"),
            (f"  {safe(each.path)}:{each.line}" if each.line else f"  {safe(each.path)}", "place"),
        )
    if quiet:
        yield _plain(f"  {counted(quiet, 'signature')} changed whose callers changed with it")


def _tests(review: Review) -> Iterator[Line]:
    tests = review.tests
    for path in tests.without_tests[:_MOST]:
        yield _plain(f"  {safe(path)} changed, its tests did not")
    yield from _more(len(tests.without_tests) - _MOST)
    for covered in tests.coverage:
        missed = f": lines {ranges(covered.missed)} never run" if covered.missed else ""
        ran = covered.measured - len(covered.missed)
        yield _plain(f"  {safe(covered.path)}: {ran} of {covered.measured} changed lines covered{missed}")
    if tests.coverage_doubt:
        yield ((f"  {safe(tests.coverage_doubt)}", "note"),)


def _old(review: Review) -> Iterator[Line]:
    for finding in review.old[:_MOST]:
        yield _plain(f"  {_place(finding)} {safe(finding_title(finding))}  {safe(finding.message)}")
    yield from _more(len(review.old) - _MOST)


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
