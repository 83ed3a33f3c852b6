"""What stands below the findings: what failed, what was passed over, and the summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from quality_kit.finding import BaselineEntry, BaselineState, NotChecked, Report
from quality_kit.reporters._summary import Summary, summarize
from quality_kit.writing.safe_text import safe

#: Files that were passed over are named up to this many in one line, then counted.
_NAMED_PATHS = 5
#: Lines about stale entries that fail a run; the others are counted.
_NAMED_STALE = 20
_INDENT = "    "


def failure_lines(report: Report) -> list[str]:
    """What could not do its work."""
    lines = []
    paths: defaultdict[tuple[str, str, bool], list[str | None]] = defaultdict(list)
    for failure in report.failures:
        paths[failure.source, failure.reason, failure.path is None].append(failure.path)
    for (source, reason, _), (path, *others) in paths.items():
        where = f" on {safe(path)}" if path else ""
        where += f" and {_counted(len(others), 'more file')}" if path and others else ""
        first, *rest = reason.splitlines() or [""]
        lines.append(f"failed: {source}{where}: {safe(first)}")
        lines += [f"{_INDENT}{safe(line)}" for line in rest]
    return lines


def baseline_lines(report: Report) -> list[str]:
    """What has to be said of the baseline: that it fails the run, or that it was written."""
    state = report.baseline
    if state is None:
        return []
    lines = []
    if state.failing:
        number = _counted(len(state.failing), "stale entry", "stale entries")
        lines.append(
            f"failed: baseline: {number} in {safe(state.file)} about files that this change touched; "
            "run quality-kit baseline prune, and commit the file"
        )
        lines += _stale_lines(state.failing)
    if state.is_written:
        lines.append(f"{safe(state.file)}: {_written(state)}; commit it")
    return lines


def stale_lines(report: Report) -> list[str]:
    """That entries of the baseline are stale, where that fails nothing and nobody has removed them."""
    state = report.baseline
    if state is None or state.is_written or len(state.stale) == len(state.failing):
        return []
    others = len(state.stale) - len(state.failing)
    number = _counted(others, "stale entry", "stale entries")
    return [f"baseline: {number} in {safe(state.file)}; quality-kit baseline prune removes what is stale"]


def _stale_lines(entries: Iterable[BaselineEntry]) -> list[str]:
    counts = Counter((entry.path, entry.code) for entry in entries)
    lines = [
        f"{_INDENT}{safe(path)}: {safe(code)} ({count})" for (path, code), count in sorted(counts.items())
    ]
    more = f"{_INDENT}and {len(lines) - _NAMED_STALE} more"
    return lines[:_NAMED_STALE] + ([more] if len(lines) > _NAMED_STALE else [])


def _written(state: BaselineState) -> str:
    parts = [
        f"{_counted(len(state.stale), 'stale entry', 'stale entries')} removed" if state.stale else "",
        f"{_counted(state.lowered, 'ceiling')} lowered" if state.lowered else "",
        f"{_counted(state.moved, 'entry', 'entries')} moved to new paths" if state.moved else "",
    ]
    return ", ".join(part for part in parts if part) or "the lines sorted"


def not_checked_lines(entries: Iterable[NotChecked]) -> list[str]:
    """What was passed over, the tools together that passed over the same for the same reason."""
    paths: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries:
        paths[entry.reason, entry.source] += [entry.path] if entry.path is not None else []
    tools: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for reason, source in sorted(paths):
        tools[reason, tuple(sorted(paths[reason, source]))].append(source)
    return [
        f"not checked by {', '.join(sources)} ({safe(reason)}){_named(over)}"
        for (reason, over), sources in tools.items()
    ]


def _named(paths: tuple[str, ...]) -> str:
    if not paths:
        return ""
    more = f" and {len(paths) - _NAMED_PATHS} more" if len(paths) > _NAMED_PATHS else ""
    return f": {', '.join(map(safe, paths[:_NAMED_PATHS]))}{more}"


def comparison_lines(report: Report) -> list[str]:
    """Which linters cannot tell what is new."""
    if report.new_since is None or not report.new_since.by_file:
        return []
    names = " and ".join(report.new_since.by_file)
    return [f"of {names}, findings in changed files count as new, all others as old"]


def summary_line(report: Report) -> str:
    """Everything counted, in one line."""
    summary = summarize(report)
    since = report.new_since
    new = f" new since {safe(since.ref)}" if since is not None else ""
    old = since.old if since is not None else 0
    parts = [
        f"{_found(summary)}{new} in {_counted(summary.files, 'file')} in {summary.seconds:.1f} s",
        f"{old} old" if old else "",
        f"{summary.suppressed - old} suppressed" if summary.suppressed > old else "",
        f"{summary.baseline} in the baseline" if summary.baseline else "",
        f"{_counted(len(report.not_checked), 'check')} left out" if report.not_checked else "",
        f"{_counted(summary.failures, 'failure')}: this run proves nothing" if summary.failures else "",
    ]
    return ", ".join(part for part in parts if part)


def _found(summary: Summary) -> str:
    if not summary.findings:
        return "No findings"
    counts = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info"))
    named = ", ".join(_counted(number, word) for number, word in counts if number)
    return f"Found {_counted(summary.findings, 'finding')} ({named})"


def _counted(number: int, word: str, words: str = "") -> str:
    return f"{number} {word}" if number == 1 else f"{number} {words or word + 's'}"
