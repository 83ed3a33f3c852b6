"""Where the debt is: findings by folder and by rule, as bars.

The bars are drawn with attributes of SVG: the page's policy allows no style attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from quality_kit.catalogue import RuleInfo
from quality_kit.finding import SEVERITIES, Finding, Severity
from quality_kit.reporters._words import title
from quality_kit.writing.html_text import tag, text
from quality_kit.writing.markdown_text import markup

#: Bars that are seen at once; the rest is folded.
_BARS = 10
_TOP = "."


def by_folder(active: Sequence[Finding]) -> str:
    """All folders with findings, the most first."""
    grouped = _grouped(active, lambda finding: str(PurePosixPath(finding.location.path).parent))
    most = max((len(group) for _, group in grouped), default=0)
    rows = [_row(_folder(name), _bar(group, most), len(group)) for name, group in grouped]
    return _section("Where the debt is", rows, "folders")


def by_rule(active: Sequence[Finding], rules: Iterable[RuleInfo]) -> str:
    """All rules with findings, the most first."""
    summaries = {f"{rule.code} {rule.name}": rule.summary for rule in rules}
    grouped = _grouped(active, title)
    most = max((len(group) for _, group in grouped), default=0)
    rows = [
        _row(_rule(name, summaries.get(name, "")), _bar(group, most), len(group)) for name, group in grouped
    ]
    return _section("By rule", rows, "rules")


def _grouped(active: Iterable[Finding], key: Callable[[Finding], str]) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in active:
        groups.setdefault(key(finding), []).append(finding)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _section(heading: str, rows: Sequence[str], kind: str) -> str:
    if not rows:
        return ""
    bars = tag("ul", "".join(rows[:_BARS]))
    if rest := rows[_BARS:]:
        bars += tag("details", tag("summary", f"{len(rest)} more") + tag("ul", "".join(rest)))
    return tag("section", tag("h2", heading) + tag("div", bars, cls="bars"), id=kind)


def _row(label: str, bar: str, number: int) -> str:
    return tag("li", tag("div", label, cls="label") + tag("div", bar, cls="bar") + tag("b", f"{number:,}"))


def _folder(name: str) -> str:
    if name == _TOP:  # every path would fit
        return "(top)"
    return tag("button", text(f"{name}/"), type="button", data_folder=f"{name}/")


def _rule(name: str, summary: str) -> str:
    button = tag("button", text(name), type="button", data_only=name)
    return button + (tag("small", markup(summary)) if summary else "")


def _bar(findings: Sequence[Finding], most: int) -> str:
    """One bar, in the colours of the severities."""
    counts = Counter(finding.severity for finding in findings)
    pieces, left = [], 0.0
    for severity in SEVERITIES:
        width = 100 * counts[severity] / most
        if width:
            piece = {"x": f"{left:.2f}%", "width": f"{width:.2f}%", "height": "100%"}
            pieces.append(tag("rect", "", cls=severity, **piece))
        left += width
    return tag("svg", "".join(pieces), role="img", aria_label=_said(counts))


def _said(counts: Counter[Severity]) -> str:
    return ", ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity])
