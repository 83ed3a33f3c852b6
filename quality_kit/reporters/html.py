"""One page for people, complete in itself: it opens from a disk, needs no network and runs no foreign code.

Whatever comes from checked code is escaped, and the page's own policy lets nothing run but its one script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path, PurePosixPath

from quality_kit.finding import OWN_SOURCE, Finding, Report
from quality_kit.reporters import View
from quality_kit.reporters._html_charts import by_folder, by_rule
from quality_kit.reporters._html_parts import finding_item, suppressed_item
from quality_kit.reporters._notes import not_checked_lines, summary_line
from quality_kit.reporters._summary import summarize
from quality_kit.reporters._words import failure_text
from quality_kit.writing.html_page import page
from quality_kit.writing.html_text import tag, text

#: A page with more findings begins with its files folded.
_OPEN_UP_TO = 200


def render(report: Report, view: View) -> str:
    """The page."""
    body = "".join(
        (
            *_header(report),
            *_notes(report),
            by_folder(report.active),
            by_rule(report.active, view.rules),
            *_findings(report.active, view),
            *_suppressed(report),
        )
    )
    name = PurePosixPath(report.root).name
    return page(f"{OWN_SOURCE}: {name}", body, _asset("css"), _asset("js"), group="file")


@lru_cache
def _asset(kind: str) -> str:
    return (Path(__file__).parent / f"_html_page.{kind}").read_text(encoding="utf-8")


def _header(report: Report) -> Iterator[str]:
    summary = summarize(report)
    kind = "bad" if report.failures or report.active else "good"
    yield tag("p", text(OWN_SOURCE), cls="brand")
    yield tag("h1", text(PurePosixPath(report.root).name or "/"))
    yield tag("p", text(summary_line(report)), cls=f"verdict {kind}", id="verdict")
    counts = {
        "findings": summary.findings,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "suppressed": summary.suppressed,
        "not checked": len(report.not_checked),
        "failures": summary.failures,
        "files": summary.files,
    }
    yield tag("dl", "".join(_count(label, number) for label, number in counts.items()), cls="totals")


def _count(label: str, number: int) -> str:
    kind = label.replace(" ", "-") if number else "none"
    return tag("div", tag("dt", label) + tag("dd", f"{number:,}"), cls=kind)


def _notes(report: Report) -> Iterator[str]:
    failures = [tag("li", tag("pre", text(failure_text(failure), lines=True))) for failure in report.failures]
    if failures:
        yield tag("h2", "Failed") + tag("ul", "".join(failures), cls="failures")
    if lines := not_checked_lines(report.not_checked):
        items = "".join(tag("li", text(line)) for line in lines)
        yield tag("h2", "Not checked") + tag("ul", items, cls="not-checked")


def _findings(active: Sequence[Finding], view: View) -> Iterator[str]:
    if not active:
        return
    yield tag("h2", "Findings") + _CONTROLS
    groups = [
        _group(path, [finding_item(finding, view.source_line) for finding in group], len(active))
        for path, group in groupby(active, key=lambda finding: finding.location.path)
    ]
    yield tag("div", "".join(groups), id="groups")


def _group(path: str, items: Sequence[str], total: int) -> str:
    heading = tag("span", text(path), cls="path") + tag("span", str(len(items)), cls="count")
    content = tag("summary", heading) + tag("ol", "".join(items))
    return tag("details", content, cls="group", open=total <= _OPEN_UP_TO)


def _suppressed(report: Report) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.suppressed_by is not None]
    if found:
        heading = tag("summary", f"{len(found):,} suppressed, which do not count")
        yield tag("h2", "Suppressed")
        items = "".join(map(suppressed_item, found))
        yield tag("details", heading + tag("ol", items), cls="group suppressed", id="suppressed")


#: Shown by the script: without it there is nothing to control.
_CONTROLS = """<form id="controls" hidden>
<input id="search" type="search" placeholder="Search path, rule, message or code" aria-label="Search">
<select id="rule" aria-label="Rule"><option value="">All rules</option></select>
<fieldset><legend>Severity</legend>
<label><input type="checkbox" name="severity" value="error" checked> error</label>
<label><input type="checkbox" name="severity" value="warning" checked> warning</label>
<label><input type="checkbox" name="severity" value="info" checked> info</label>
</fieldset>
<fieldset><legend>Group by</legend>
<label><input type="radio" name="group" value="file" checked> file</label>
<label><input type="radio" name="group" value="rule"> rule</label>
</fieldset>
<button type="button" id="fold">Fold all</button>
<button type="reset" id="reset">Reset</button>
<output id="shown" aria-live="polite"></output>
</form>
<p id="nothing" hidden>Nothing fits what you ask for.</p>
"""
