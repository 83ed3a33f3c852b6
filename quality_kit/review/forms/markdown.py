"""Markdown for one comment of a change, which a bot keeps up to date.

The first line is the mark by which the bot finds its comment again. The host cuts nothing off in silence:
what does not fit is left out here, section by section from the end, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quality_kit.reporters import View
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
from quality_kit.writing.markdown_text import code_block, markdown

MARK = "<!-- quality-kit review -->"
#: Of a comment on GitHub, in characters.
_ROOM = 65_536
#: Kept free for the lines that say what was left out.
_RESERVE = 600
#: The share of the room that a long section leaves to those behind it.
_FOR_LATER = 0.5
#: Entries of a list that are named; the others are counted.
_MOST = 20
_ICONS = {"pass": "\u2705", "fail": "\u274c", "judge": "\U0001f440"}
_RED, _LOOSER, _STRICTER = "\U0001f534", "\U0001f7e1", "\U0001f7e2"


class _Section(NamedTuple):
    """A part of the page that is shown whole, or cut behind one of its entries."""

    title: str
    entries: list[str]
    is_folded: bool = False


def render(review: Review, view: View) -> str:
    """The comment, at most 65,536 characters."""
    head = "\n".join([MARK, *_head(review)]) + "\n"
    room = (view.room or _ROOM) - len(head) - _RESERVE
    parts, left_out = [], []
    sections = [section for section in _sections(review) if section.entries]
    for number, section in enumerate(sections):
        later = sum(map(_size, sections[number + 1 :]))
        text, shown = _fitting(section, room - min(later, int(room * _FOR_LATER)))
        room -= len(text)
        parts.append(text)
        if shown < len(section.entries):
            left_out.append(f"{len(section.entries) - shown} of {section.title.lower()}")
    note = f"\nThis comment is full. Left out: {'; '.join(left_out)}.\n" if left_out else ""
    return head + "".join(parts) + note


def _size(section: _Section) -> int:
    return sum(map(len, _frame(section))) + sum(len(entry) + 1 for entry in section.entries)


def _fitting(section: _Section, room: int) -> tuple[str, int]:
    """The text of the section with as many entries as there is room for."""
    before, after = _frame(section)
    room -= len(before) + len(after)
    entries = []
    for entry in section.entries:
        room -= len(entry) + 1
        if room < 0:
            break
        entries.append(f"{entry}\n")
    return (f"{before}{''.join(entries)}{after}" if entries else ""), len(entries)


def _frame(section: _Section) -> tuple[str, str]:
    if section.is_folded:
        return f"\n<details><summary>{section.title}</summary>\n\n", "\n</details>\n"
    return f"\n### {section.title}\n\n", ""


def _head(review: Review) -> Iterator[str]:
    yield f"## quality-kit: {markdown(verdict(review))}"
    yield ""
    yield markdown(about(review))
    lines = [f"- failed on **{markdown(each)}**" for each in failed_conditions(review)]
    for failure in review.failures:
        first = failure.reason.splitlines()[0] if failure.reason else ""
        lines.append(f"- **{markdown(failure.source)} failed**: {markdown(first)}")
    if lines:
        yield from ("", *lines)


def _sections(review: Review) -> Iterator[_Section]:
    yield _Section("New problems", list(_problems(review)))
    yield _Section("Fixed by this change", list(_fixed(review)))
    yield _Section("Policy drift", list(map(_drift, together(review.drift))))
    yield _Section(f"Checklist: {markdown(review.guide)}", [_item(each) for each in review.checklist])
    yield _Section("Where to look first", [_risk(each) for each in review.risks[:_MOST]])
    yield _Section("Contract changes", list(_contracts(review)))
    yield _Section("Tests", list(_tests(review)))
    old = [
        f"- `{each.location.path}:{each.location.line}` {markdown(finding_title(each))}"
        for each in review.old[:_MOST]
    ]
    if len(review.old) > _MOST:
        old.append(f"- and {len(review.old) - _MOST} more")
    yield _Section(old_title(review), old, is_folded=True)
    yield _Section("Not checked", list(_not_checked(review)), is_folded=True)


def _problems(review: Review) -> Iterator[str]:
    told: set[str] = set()
    for file in by_file(review):
        title, line = f"**{markdown(file.path)}**\n", 0
        for problem in file.shown:
            place, code = problem.finding.location, problem.finding.code
            yield title + _problem(problem, code not in told, place.line == line)
            told.add(code)
            title, line = "", place.line
        if file.rest:
            yield f"{title}- {'and more: ' if file.shown else ''}{', '.join(file.rest)}"


def _problem(problem: Problem, is_first: bool, is_same_line: bool) -> str:
    finding = problem.finding
    severity = finding.severity if problem.is_gating else "not gating"
    what = f"**{markdown(finding_title(finding))}** {markdown(finding.message)}"
    lines = [f"- line {finding.location.line} ({severity}) {what}"]
    if problem.source.strip() and not is_same_line:
        lines.append(code_block(problem.source.strip(), "python", "  "))
    if problem.replacement is not None:
        lines.append(code_block("\n".join(problem.replacement), "suggestion", "  "))
    elif problem.fix:
        lines.append(code_block("\n".join(problem.fix), "diff", "  "))
    if is_first and problem.why:
        lines.append(f"  why: {markdown(problem.why)}")
    if is_first and finding.code.startswith("QK"):
        lines.append(f"  more: `quality-kit explain {finding.code}`")
    return "\n".join(lines)


def _fixed(review: Review) -> Iterator[str]:
    for finding in review.fixed[:_MOST]:
        place = f"{finding.location.path}:{finding.location.line}"
        yield f"- {markdown(place)} {markdown(finding_title(finding))}: {markdown(finding.message)}"
    if len(review.fixed) > _MOST:
        yield f"- and {len(review.fixed) - _MOST} more"
    if review.stale:
        entries = "entry" if len(review.stale) == 1 else "entries"
        name = markdown(review.baseline_file)
        yield f"- {len(review.stale)} {entries} of {name} to take out and commit: `quality-kit baseline prune`"


def _drift(drifts: Drifts) -> str:
    drift = drifts.drift
    icon = _RED if drift.is_red else _LOOSER if drift.is_looser else _STRICTER
    reason = f" ({markdown(drift.reason)})" if drift.reason else " (no reason given)" if drift.is_red else ""
    return f"- {icon} {markdown(drifts.where)} {markdown(drifts.what)}{reason}"


def _item(item: ChecklistItem) -> str:
    beside = item.looked_at or counts(item.codes)
    lines = [f"- {_ICONS[item.verdict]} {markdown(item.text)}{f' ({markdown(beside)})' if beside else ''}"]
    if item.codes:  # they stand under the new problems
        return lines[0]
    lines += [f"  - {markdown(each)}" for each in item.evidence[:_MOST]]
    if len(item.evidence) > _MOST:
        lines.append(f"  - and {len(item.evidence) - _MOST} more")
    return "\n".join(lines)


def _risk(risk: FileRisk) -> str:
    layer = f" {risk.layer}," if risk.layer else ""
    limit = f" of {risk.limit}" if risk.limit else ""
    size = f"+{risk.added} -{risk.removed}, {risk.size_before} -> {risk.size_after} lines{limit}"
    lines = [f"- **{markdown(risk.path)}**{layer} {markdown(size)}"]
    lines += [f"  - {markdown(reason)}" for reason in risk.reasons]
    return "\n".join(lines)


def _contracts(review: Review) -> Iterator[str]:
    told = contracts(review.contracts)
    for each in told.shown:
        mark = f"{_RED} " if each.is_breaking else ""
        where = f"{each.path}:{each.line}" if each.line else each.path
        what = f"{mark}{each.change} {each.kind} **{markdown(each.name)}**"
        yield f"- {what} {markdown(each.detail)} ({markdown(where)})"
    yield from (f"- {markdown(more)}" for more in told.rest)
    if told.quiet:
        yield f"- {quiet_signatures(told.quiet)}"


def _tests(review: Review) -> Iterator[str]:
    tests = review.tests
    lines = untested(review)
    yield from (f"- {markdown(line)}" for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"- and {len(lines) - _MOST} more"
    for covered in tests.coverage:
        missed = f": lines {ranges(covered.missed)} never run" if covered.missed else ""
        ran = covered.measured - len(covered.missed)
        yield f"- {markdown(covered.path)}: {ran} of {covered.measured} changed lines covered{missed}"
    if tests.coverage_doubt:
        yield f"- {markdown(tests.coverage_doubt)}"


def _not_checked(review: Review) -> Iterator[str]:
    yield from (f"- {markdown(line)}" for line in not_checked(review))
    if review.versions:
        yield "- checked with " + markdown(
            ", ".join(f"{name} {version}" for name, version in review.versions)
        )
