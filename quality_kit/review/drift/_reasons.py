"""Where a setting was changed, and what a comment beside or above it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quality_kit.review.change import Side
from quality_kit.review.diff import FileChange

#: A comment of TOML, ini and YAML: never in the middle of a word.
_COMMENT = re.compile(r"(?:^|\s)[#;]\s*(?P<text>.*\S)")


def line_and_reason(side: Side, files: Sequence[FileChange], words: Iterable[str]) -> tuple[str, int, str]:
    """The path, the line (0 where no changed line names one of the words), and the reason given there."""
    for word in words:
        for file in files:
            source = side.source(file.path) if file.status != "deleted" else None
            for number in sorted(file.new_lines()) if source is not None else ():
                assert source is not None
                if word.casefold() in source.line(number).replace("_", "-").casefold():
                    return file.path, number, _reason([source.line(number - 1), source.line(number)])
    return files[0].path if files else "", 0, ""


def _reason(lines: Sequence[str]) -> str:
    """That of the line itself, else of a comment of its own above it."""
    above, here = lines
    found = _COMMENT.search(here)
    if found is None and above.lstrip().startswith(("#", ";")):
        found = _COMMENT.search(above)
    return found["text"] if found is not None else ""
