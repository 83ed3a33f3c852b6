"""The counts of a baseline, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from quality_kit.baseline import Baseline
from quality_kit.reporters import safe

FORMATS = ("text", "json")


def table(baseline: Baseline, output_format: str) -> str:
    """How many findings it holds of each rule and in each file, the most first."""
    rules = _most_first(Counter(entry.code for entry in baseline.entries))
    paths = _most_first(Counter(entry.path for entry in baseline.entries))
    if output_format == "json":
        counts = {"findings": len(baseline.entries), "rules": rules, "paths": paths}
        return json.dumps({"file": baseline.name, **counts}, indent=2) + "\n"
    heading = f"{safe(baseline.name)}: findings {len(baseline.entries)}, files {len(paths)}"
    return "".join(f"{line}\n" for line in [heading, *_lines(rules), *_lines(paths)])


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _lines(counts: dict[str, int]) -> Iterator[str]:
    if counts:
        yield ""
    yield from (f"{count:>7}  {safe(what)}" for what, count in counts.items())
