"""Loops that try again: whether they end and wait is for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.review.evidence import Evidence


def retry_loops(evidence: Evidence) -> Iterator[str]:
    """Places of loops with changed lines around a call that may fail and is caught, with what bounds them."""
    head = evidence.change.head
    for file in evidence.change.python:
        loops = head.outline(file.path).retry_loops if file.status != "deleted" else ()
        changed = file.new_lines() if loops else frozenset()
        for loop in loops:
            if changed.intersection(range(loop.line, loop.end_line + 1)):
                source = head.source(file.path)
                header = source.line(loop.line).strip().rstrip(":") if source is not None else ""
                yield f"{file.path}:{loop.line} {header}"
