"""Finds code in a part of a block of comments: the longest run of lines that parses and can only be code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import libcst as cst

from ._comment_evidence import bare_calls, is_code, is_remark

#: A line without one of these is no beginning: an operator, a bracket, a keyword, a decorator.
SIGN = re.compile(
    r"=|\(|:\s*$|^\s*(?:import|from|return|raise|assert|del|await|yield|async|@)\b|^\s*@|^\s*[\"'].+,\s*$",
    re.MULTILINE,
)
_CLAUSE = re.compile(r"(?:elif|else|except|finally|case)\b")
_OPENERS = {"elif": "if _:\n    pass", "else": "if _:\n    pass", "case": ""}
#: Behind it any other clause is complete.
_TRY = "try:\n    pass"
#: Written as arguments are, without spaces.
_ARGUMENT = re.compile(r"\s*\w+=\w")
_MOST_CHARACTERS = 6_000
_MOST_BRACKETS = 200
#: How often a part is tried; nearly all parse at once or hold a few lines.
_MOST_ATTEMPTS = 120
_BRACKETS = re.compile(r"[(\[{]")


def code_in(lines: Sequence[str], in_brackets: bool, is_called: Callable[[str], bool]) -> int | None:
    """The index of the line where code begins; None for lines that hold none.

    Args:
        lines: The part of a block.
        in_brackets: Whether it stands inside an expression.
        is_called: Whether the code of the file calls what has this name.
    """
    if not SIGN.search("\n".join(lines)):
        return None
    for attempt, (start, end) in enumerate(_runs(lines)):
        if attempt >= _MOST_ATTEMPTS:
            return None
        text = "\n".join(lines[start:end])
        if SIGN.search(text) and any(_is_clean(each, is_called) for each in _readings(text, in_brackets)):
            return start
    return None


def _is_clean(statements: Sequence[cst.CSTNode], is_called: Callable[[str], bool]) -> bool:
    """Whether it is code, and does not begin with a word that parses by chance."""
    return not is_remark(statements[0]) and (
        is_code(statements) or any(is_called(name) for name in bare_calls(statements))
    )


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The longest first, from each line on."""
    for start, line in enumerate(lines):
        if line.strip() and not line.lstrip().startswith("#"):
            for end in range(len(lines), start, -1):
                if lines[end - 1].strip():
                    yield start, end


def _readings(text: str, in_brackets: bool) -> Iterator[Sequence[cst.CSTNode]]:
    """The statements that the text is, completed where it is a fragment."""
    if len(text) > _MOST_CHARACTERS or len(_BRACKETS.findall(text)) > _MOST_BRACKETS:
        return
    for whole in _completed(_dedented(text)):
        parsed = _parsed(whole)
        if parsed is not None:
            yield parsed
            break
    if in_brackets:
        yield from _in_brackets(text)


def _dedented(text: str) -> str:
    """A run may begin deeper than it goes on."""
    first = text[: len(text) - len(text.lstrip())].rpartition("\n")[2]
    return "\n".join(line.removeprefix(first) for line in text.split("\n"))


def _completed(text: str) -> Iterator[str]:
    clause = _CLAUSE.match(text)
    if clause is not None:
        opener = _OPENERS.get(clause[0], _TRY)
        text = f"{opener}\n{text}"
    last = text.rstrip().rpartition("\n")[2]
    indent = last[: len(last) - len(last.lstrip())]
    if last.endswith(":"):
        yield f"{text}\n{indent}    pass\n"
    yield f"{text}\n"


def _in_brackets(text: str) -> Iterator[Sequence[cst.CSTNode]]:
    """Arguments, or entries of a dictionary or list, with the comma behind them."""
    if not (text.rstrip().endswith((",", ")")) or _ARGUMENT.match(text)):
        return
    arguments = _parsed(f"_._(\n{text}\n)\n")
    entries = arguments or _parsed(f"_ = {{\n{text}\n}}\n")
    if entries is not None and not _holds_bare_names(entries):
        yield entries


def _holds_bare_names(statements: Sequence[cst.CSTNode]) -> bool:
    """Whether an argument is a name and nothing else, as a word of prose would be."""
    line = statements[0]
    first = line.body[0] if isinstance(line, cst.SimpleStatementLine) else None
    call = first.value if isinstance(first, cst.Expr) else None
    args = call.args if isinstance(call, cst.Call) else ()
    return any(isinstance(arg.value, cst.Name) and arg.keyword is None for arg in args)


def _parsed(text: str) -> Sequence[cst.CSTNode] | None:
    try:
        return cst.parse_module(text).body
    except (cst.ParserSyntaxError, RecursionError):
        return None
