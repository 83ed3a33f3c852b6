"""The debt before and after, as bars."""

from __future__ import annotations

from quality_kit.review.model import Review
from quality_kit.writing.html_text import tag

_WIDTH = 100


def debt_chart(review: Review) -> str:
    """Two bars: what went is green, what came is red."""
    debt, new, fixed = review.debt, sum(each.is_gating for each in review.problems), len(review.fixed)
    most = max(debt.before, debt.after)
    if not most:
        return ""
    rows = (
        _row("before", debt.before, most, fixed, "gone"),
        _row("after", debt.after, most, new, "came"),
    )
    title = tag("h2", "Debt")
    return tag("section", title + tag("div", tag("ul", "".join(rows)), cls="bars"), id="debt")


def _row(label: str, total: int, most: int, part: int, kind: str) -> str:
    part = min(part, total)
    width, marked = _WIDTH * total / most, _WIDTH * part / most
    pieces = tag("rect", "", cls="kept", x="0", width=f"{width - marked:.2f}%", height="100%")
    if part:
        pieces += tag("rect", "", cls=kind, x=f"{width - marked:.2f}%", width=f"{marked:.2f}%", height="100%")
    bar = tag("svg", pieces, role="img", aria_label=f"{total} findings {label}, {part} {kind}")
    return tag("li", tag("span", label, cls="label") + tag("div", bar, cls="bar") + tag("b", f"{total:,}"))
