"""autoflake: what it would remove, read off its diff: one finding per name.

The findings stand where flake8 puts the same problem: an import at the first line of its
statement, anything else at its own line. A file that does not parse it passes over in silence.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from itertools import groupby
from pathlib import Path

from quality_kit.finding import Failure, Finding
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, Task, finding, point
from quality_kit.linters._diff import Block, fix, split
from quality_kit.linters._sources import Sources
from quality_kit.linters._tables import folders_above, nearest, toml_table, words
from quality_kit.linters._words import shortened, unexplained
from quality_kit.logical_lines import LogicalLines

_NAME = "autoflake"
_CONFIGURATION_FILES = ("pyproject.toml", "setup.cfg")
_HEADER = re.compile(r"^--- original/([^\n]+)\n\+\+\+ fixed/\1\n", re.MULTILINE)

_IMPORT = re.compile(r"\s*(?:from\s+(?P<module>\S+)\s+)?import\b\s*", re.MULTILINE)
_PUNCTUATION = re.compile(r"[()\\]")
_BETWEEN_NAMES = re.compile(r"[,\n]")
_CAUGHT = re.compile(r"\s*except\b.* as (\w+)\s*:")
_ASSIGNED = re.compile(r"\s*(\w+)\s*(?::[^=]+)?=(?!=)")

#: One process: when it ends its pool of several it may kill them before they have written everything.
_OPTIONS = ["--check-diff", "--quiet", "--jobs=1"]

#: A line in which something changes, and the change: code and message.
_Change = tuple[int, str, str]


def _parse(output: Output, sources: Sources) -> Reading:
    findings = tuple(_findings(output.stdout, sources))
    if output.stderr.strip():
        return Reading(findings, (Failure(_NAME, shortened(output.stderr)),))
    return Reading(findings, () if findings else unexplained(_NAME, output))


def _findings(stdout: str, sources: Sources) -> Iterator[Finding]:
    for printed, blocks in split(stdout, _HEADER):
        if path := sources.find(printed):
            statements = sources.logical_lines(path)
            for block in blocks:
                for line, code, message in _changes(block, statements):
                    found = finding(_NAME, point(path, line), f"autoflake:{code}", message, fixable=True)
                    yield found._replace(fix=fix([block]))


def _changes(block: Block, statements: LogicalLines) -> Iterator[_Change]:
    """What it takes away from each statement that the block touches."""
    numbered = list(enumerate(block.removed, block.line))
    for first, group in groupby(numbered, key=lambda line: _first_line(line[0], statements)):
        lines = list(group)
        index = statements.index_at(first)
        content = lines[0][1] if index is None else statements.content(index)
        if head := _IMPORT.match(content):
            removed = [text for _, text in lines]
            yield from (
                (first, *change) for change in _import_changes(head["module"], content, removed, block.added)
            )
        else:
            yield from ((number, *_line_change(text)) for number, text in lines)


def _first_line(number: int, statements: LogicalLines) -> int:
    index = statements.index_at(number)
    return number if index is None else statements.lines[index].first


def _import_changes(
    module: str | None, content: str, removed: list[str], added: tuple[str, ...]
) -> list[tuple[str, str]]:
    if "*" in content:
        return [("star-import", "star import whose names can be spelt out")]
    kept, lost = _imported(added), _imported(removed)
    base = module if module is None or module.endswith(".") else f"{module}."
    gone = [f"{base or ''}{name}" for name in lost if name not in kept]
    if (
        lost and not gone
    ):  # it keeps what it does not know to be free of side effects, but on a line of its own
        return [("unused-import", "an unused import among others in one statement")]
    return [("unused-import", f"unused import '{name}'") for name in gone]


def _imported(lines: list[str] | tuple[str, ...]) -> list[str]:
    """The names between the commas, ``a as b`` as it is."""
    text = _PUNCTUATION.sub("", _IMPORT.sub("\n", "\n".join(lines)))
    return [" ".join(name.split()) for name in _BETWEEN_NAMES.split(text) if name.strip()]


def _line_change(text: str) -> tuple[str, str]:
    if text.strip() == "pass":
        return "useless-pass", "useless pass"
    if found := _CAUGHT.match(text) or _ASSIGNED.match(text):
        return "unused-variable", f"unused variable '{found[1]}'"
    return "duplicate-key", f"key given twice in one dictionary: `{text.strip()}`"


def _options(task: Task) -> list[str]:
    found = nearest(task.folder, _NAME, _CONFIGURATION_FILES, within_repository=False)
    if found is None or "check" not in found[1]:
        return _OPTIONS
    # With ``check = true``, as in its own README, it shows no diff, and no option takes that back.
    kept = {key: value for key, value in found[1].items() if key != "check"}
    plain = task.scratch / "autoflake.toml"
    plain.write_text(toml_table(_NAME, {**kept, "check_diff": True}), encoding="utf-8")
    return [*_OPTIONS, f"--config={plain}"]


def _excluder(_root: Path, folder: Path) -> Callable[[str], bool]:
    """``exclude``, which it applies to folders only when it walks the tree itself."""
    found = nearest(folder, _NAME, _CONFIGURATION_FILES, within_repository=False)
    patterns = words(found[1].get("exclude")) if found else []
    return lambda path: any(_matches(part, patterns) for part in [*folders_above(path), path])


def _matches(path: str, patterns: list[str]) -> bool:
    return any(fnmatch(os.path.basename(path), pattern) or fnmatch(path, pattern) for pattern in patterns)


LINTER = Linter(
    name=_NAME,
    scope="file",
    exit_codes=frozenset({0, 1}),
    options=_options,
    parse=_parse,
    silent_on_unparsable=True,
    excluder=_excluder,
    configuration=Configuration({name: b"autoflake" for name in _CONFIGURATION_FILES}, nested=True),
)
