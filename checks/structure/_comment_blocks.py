"""Blocks of comments: lines that follow each other and hold nothing else, without directives and fences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quality_kit.logical_lines import Comment
from quality_kit.source import SourceFile

#: Comments that are meant for tools, for documentation generators, for editors and for readers' eyes.
_DIRECTIVE = re.compile(
    r"#(?:[!:#%|]|\s*(?:type:|noqa|no\s?cover|pragma|nosec|nopep8|pylint|mypy|pyright|pyre|pytype|ty:|fmt:"
    r"|isort|ruff|flake8|yapf|autopep8|sourcery|cython|distutils|jupyter|quality-kit|cspell|codespell|region"
    r"|endregion|-\*-|vim?:|ex:|en?coding[:=]|SPDX|Copyright|>>>|\.\.\.\s|In \[|Out\[|\$\s|\.\. ))",
    re.IGNORECASE,
)
_SCRIPT_START = re.compile(r"#\s*///\s*\w+\s*\Z")
_SCRIPT_END = re.compile(r"#\s*///\s*\Z")
_FENCE = re.compile(r"#\s*(?:```|~~~)")
_TRAILING_NOQA = re.compile(r"\s*#\s*noqa\b.*\Z")


class Block(NamedTuple):
    """Comments below each other with one indentation."""

    #: The physical line of the first.
    first: int
    #: What stands behind the number signs; of a directive an empty line.
    lines: tuple[str, ...]
    #: Whether they stand between the brackets of an expression.
    in_brackets: bool


def comment_blocks(source: SourceFile) -> Iterator[Block]:
    """The blocks of a file, those at the ends of lines of code left out."""
    block: list[Comment] = []
    for comment in source.logical_lines.comments:
        if source.line(comment.line)[: comment.indent].strip():
            continue
        if block and (comment.line != block[-1].line + 1 or comment.indent != block[0].indent):
            yield _block(block, source)
            block = []
        block.append(comment)
    if block:
        yield _block(block, source)


def _block(comments: list[Comment], source: SourceFile) -> Block:
    in_brackets = source.logical_lines.index_at(comments[0].line) is not None
    return Block(comments[0].line, tuple(_texts(comments)), in_brackets)


def _texts(comments: Iterable[Comment]) -> Iterator[str]:
    """Lines that are not for people are empty; so are those between fences, which are examples."""
    in_script = in_fence = False
    for comment in comments:
        text = comment.text.rstrip()
        fence = _FENCE.match(text) is not None
        in_script = in_script or _SCRIPT_START.match(text) is not None
        if in_script or fence or in_fence or _DIRECTIVE.match(text):
            yield ""
        else:
            yield _TRAILING_NOQA.sub("", text[1:])
        in_script = in_script and not _SCRIPT_END.match(text)
        in_fence = in_fence != fence
