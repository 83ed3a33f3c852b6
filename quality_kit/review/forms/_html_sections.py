"""The sections of the page; one function for each, nothing for what is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quality_kit.finding import Finding
from quality_kit.review.forms._folding import Drifts, counts, together, untested
from quality_kit.review.forms._words import (
    about,
    counted,
    failed_conditions,
    finding_title,
    not_checked,
    old_title,
    quiet_signatures,
    ranges,
    verdict,
)
from quality_kit.review.model import ChecklistItem, ContractChange, FileRisk, Problem, Review
from quality_kit.writing.html_text import tag, text
from quality_kit.writing.markdown_text import markup

#: Entries that are seen at once; the others are folded.
_SEEN = 20
#: Characters of a source line.
_LONGEST = 400


def head(review: Review) -> str:
    """The verdict and what is reviewed."""
    kind = "bad" if review.gate.failed or review.gate.is_broken else "good"
    parts = [
        tag("p", "quality-kit review", cls="brand"),
        tag("h1", text(verdict(review)), cls=f"verdict {kind}", id="verdict"),
        tag("p", text(about(review)), cls="about"),
    ]
    reasons = [tag("li", text(each)) for each in failed_conditions(review)]
    for failure in review.failures:
        reasons.append(tag("li", tag("pre", text(f"{failure.source}: {failure.reason}", lines=True))))
    if reasons:
        parts.append(tag("ul", "".join(reasons), cls="failed"))
    return "".join(parts)


def sections(review: Review) -> Iterator[str]:
    """In the order in which a reviewer reads."""
    yield _section("problems", "New problems", _problems(review))
    yield _section("fixed", "Fixed by this change", (*map(_finding, review.fixed), *_stale(review)))
    yield _section("drift", "Policy drift", map(_drift, together(review.drift)))
    yield _section("checklist", f"Checklist: {review.guide}", map(_item, review.checklist))
    yield _section("risks", "Where to look first", map(_risk, review.risks))
    yield _section("contracts", "Contract changes", _contracts(review.contracts))
    yield _section("tests", "Tests", _tests(review))
    yield _folded("old", old_title(review), map(_finding, review.old))
    yield _folded("not-checked", "Not checked", _not_checked(review))


def _section(name: str, title: str, items: Iterable[str]) -> str:
    found = list(items)
    if not found:
        return ""
    content = tag("ul", "".join(found[:_SEEN]))
    if rest := found[_SEEN:]:
        content += tag("details", tag("summary", f"{len(rest)} more") + tag("ul", "".join(rest)))
    return tag("section", tag("h2", text(title)) + content, id=name)


def _folded(name: str, title: str, items: Iterable[str]) -> str:
    found = "".join(items)
    content = tag("details", tag("summary", text(title)) + tag("ul", found))
    return tag("section", content, id=name) if found else ""


def _problems(review: Review) -> Iterator[str]:
    """Why a finding of a rule matters is told once."""
    told: set[str] = set()
    for problem in review.problems:
        yield _problem(problem, problem.finding.code not in told)
        told.add(problem.finding.code)


def _problem(problem: Problem, is_first: bool) -> str:
    finding = problem.finding
    severity = finding.severity if problem.is_gating else "info"
    location = finding.location
    link = tag("a", text(f"{location.path}:{location.line}"), cls="place", href=f"#file-{location.path}")
    words = (
        tag("span", severity, cls="severity")
        + link
        + tag("span", text(finding_title(finding)), cls="rule")
        + tag("span", markup(finding.message), cls="message")
    )
    parts = [tag("p", words)]
    if problem.source.strip():
        parts.append(tag("pre", tag("code", text(problem.source.strip()[:_LONGEST]))))
    if problem.fix:
        parts.append(tag("pre", tag("code", text("\n".join(problem.fix), lines=True)), cls="fix"))
    if problem.why and is_first:
        parts.append(tag("p", markup(problem.why), cls="why"))
    return tag("li", "".join(parts), cls=f"finding {severity}")


def _finding(finding: Finding) -> str:
    words = (
        tag("span", text(f"{finding.location.path}:{finding.location.line}"), cls="place")
        + tag("span", text(finding_title(finding)), cls="rule")
        + tag("span", markup(finding.message), cls="message")
    )
    return tag("li", tag("p", words))


def _stale(review: Review) -> Iterator[str]:
    if review.stale:
        entries = "entry" if len(review.stale) == 1 else "entries"
        said = f"{len(review.stale)} {entries} of {review.baseline_file} to take out and commit: "
        yield tag("li", tag("p", text(said) + tag("code", "quality-kit baseline prune")))


def _drift(drifts: Drifts) -> str:
    drift = drifts.drift
    kind = "red" if drift.is_red else "looser" if drift.is_looser else "stricter"
    reason = drift.reason or ("no reason given" if drift.is_red else "")
    words = (
        tag("span", "looser" if drift.is_looser else "stricter", cls="severity")
        + tag("span", text(drifts.where), cls="place")
        + tag("span", text(drifts.what), cls="message")
        + (tag("span", text(reason), cls="reason") if reason else "")
    )
    return tag("li", tag("p", words), cls=f"drift {kind}")


def _item(item: ChecklistItem) -> str:
    marks = {"pass": "pass", "fail": "fail", "judge": "you judge"}
    beside = item.looked_at or counts(item.codes)
    looked = tag("span", text(beside), cls="place") if beside else ""
    words = tag("span", marks[item.verdict], cls="severity") + tag("span", markup(item.text), cls="message")
    content = tag("p", words + looked)
    if item.evidence:
        listed = tag("ul", "".join(tag("li", markup(each)) for each in item.evidence))
        content += tag("details", tag("summary", counted(len(item.evidence), "place")) + listed)
    return tag("li", content, cls=f"item {item.verdict}")


def _risk(risk: FileRisk) -> str:
    limit = f" of {risk.limit}" if risk.limit else ""
    size = f"{risk.layer} +{risk.added} -{risk.removed}, {risk.size_before} -> {risk.size_after} lines{limit}"
    link = tag("a", text(risk.path), cls="path", href=f"#file-{risk.path}")
    content = tag("p", link + tag("span", text(size.strip()), cls="place"))
    if risk.reasons:
        content += tag("ul", "".join(tag("li", text(reason)) for reason in risk.reasons))
    if risk.scopes:
        content += tag("p", text(f"touched: {', '.join(risk.scopes)}"), cls="why")
    return tag("li", content, cls="risk")


def _contracts(changes: Iterable[ContractChange]) -> Iterator[str]:
    quiet = 0
    for each in changes:
        if each.kind == "signature" and not each.is_breaking:
            quiet += 1
            continue
        where = f"{each.path}:{each.line}" if each.line else each.path
        words = (
            tag("span", each.change, cls="severity")
            + tag("span", text(f"{each.kind} {each.name}"), cls="rule")
            + tag("span", text(each.detail), cls="message")
            + tag("span", text(where), cls="place")
        )
        yield tag("li", tag("p", words), cls="contract breaking" if each.is_breaking else "contract")
    if quiet:
        yield tag("li", tag("p", quiet_signatures(quiet)))


def _tests(review: Review) -> Iterator[str]:
    yield from (tag("li", tag("p", text(line))) for line in untested(review))
    for covered in review.tests.coverage:
        missed = f": lines {ranges(covered.missed)} never run" if covered.missed else ""
        ran = covered.measured - len(covered.missed)
        yield tag(
            "li", tag("p", text(f"{covered.path}: {ran} of {covered.measured} changed lines covered{missed}"))
        )
    if review.tests.coverage_doubt:
        yield tag("li", tag("p", text(review.tests.coverage_doubt)))


def _not_checked(review: Review) -> Iterator[str]:
    yield from (tag("li", text(line)) for line in not_checked(review))
    if review.versions:
        yield tag(
            "li", text("checked with " + ", ".join(f"{name} {version}" for name, version in review.versions))
        )
