"""The diff, each finding below the line that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quality_kit.review.forms._words import finding_title
from quality_kit.review.model import DiffLine, FileDiff, Problem, Review
from quality_kit.writing.html_text import tag, text
from quality_kit.writing.markdown_text import markup

_TAB = "    "
_KINDS = {"+": "new", "-": "gone", " ": "same", "@": "skip"}
#: A longer line is cut: minified files have lines of a megabyte.
_LONGEST = 400
#: Files with findings are open; when there are more, all are folded.
_OPEN_UP_TO = 20


def diffs(review: Review) -> str:
    """A folded table for each file; nothing for a change without any."""
    if not review.diff:
        return ""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in review.problems:
        found[problem.finding.location.path].append(problem)
    opens = len(found) <= _OPEN_UP_TO
    files = (_file(each, found.get(each.path, []), opens) for each in review.diff)
    return tag("section", tag("h2", "The change") + "".join(files), id="diff")


def _file(file: FileDiff, problems: Sequence[Problem], opens: bool) -> str:
    renamed = f" (was {file.before})" if file.before and file.before != file.path else ""
    heading = "".join(
        (
            tag("span", text(f"{file.path}{renamed}"), cls="path"),
            tag("span", f"+{file.added} -{file.removed}", cls="size"),
            tag("span", str(len(problems)), cls="count") if problems else "",
        )
    )
    rows = "".join(_rows(file, problems)) or _note(f"{file.status}; no text to show")
    if file.cut:
        rows += _note(f"{file.cut:,} more lines are left out")
    table = tag("div", tag("table", tag("tbody", rows)), cls="code")
    content = tag("summary", heading) + table
    return tag("details", content, cls="file", id=f"file-{file.path}", open=bool(problems) and opens)


def _rows(file: FileDiff, problems: Sequence[Problem]) -> Iterator[str]:
    at: Mapping[int, list[Problem]] = _by_line(problems)
    shown: set[int] = set()
    for line in file.lines:
        yield _row(line)
        if line.sign in "+ " and line.new in at:
            shown.add(line.new)
            yield from map(_finding, at[line.new])
    for number, elsewhere in at.items():  # about lines that the diff does not show
        if number not in shown:
            yield from map(_finding, elsewhere)


def _by_line(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.finding.location.line, []).append(problem)
    return found


def _row(line: DiffLine) -> str:
    if line.sign == "@":
        return tag("tr", tag("td", "", cls="number") * 2 + tag("td", "⋯"), cls="skip")
    numbers = (tag("td", str(number) if number else "", cls="number") for number in (line.old, line.new))
    shown = line.text[:_LONGEST] + ("…" if len(line.text) > _LONGEST else "")
    code = tag("td", tag("code", text(f"{line.sign}{shown}".replace("\t", _TAB))))
    return tag("tr", "".join(numbers) + code, cls=_KINDS[line.sign])


def _finding(problem: Problem) -> str:
    finding = problem.finding
    severity = finding.severity if problem.is_gating else "info"
    words = "".join(
        (
            tag("span", severity, cls="severity"),
            tag("span", text(finding_title(finding)), cls="rule"),
            tag("span", markup(finding.message), cls="message"),
            tag("span", f"line {finding.location.line}", cls="place"),
        )
    )
    return tag("tr", tag("td", tag("p", words), colspan="3"), cls=f"finding {severity}")


def _note(words: str) -> str:
    return tag("tr", tag("td", text(words), colspan="3"), cls="skip")
