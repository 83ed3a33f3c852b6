"""A proposed split in words, short enough for one line of a report."""

from __future__ import annotations

from collections.abc import Sequence

from ._responsibilities import Responsibility, Split
from ._words import Sized, speaks_of

#: What is named; the rest is counted.
_MOST_GROUPS = 4
_MOST_MEMBERS = 2
_MOST_DEFINITIONS = 3
#: What is smaller than this share of the largest definition is not told beside it.
_WORTH_TELLING = 0.1
_NOTHING = "it defines nothing that a split could move"
#: The longest name that is told in full, in characters.
_LONGEST_NAME = 50
_CUT = "..."


def described(split: Split) -> str:
    """The groups that could be modules; or that everything hangs together, and what is largest."""
    if not split.separable:
        return (
            f"its definitions hang together; the largest: {_largest(split.rest)}" if split.rest else _NOTHING
        )
    named = [_group(each) for each in split.separable[:_MOST_GROUPS]]
    text = f"separable: {', '.join(named)}{_more(len(split.separable) - len(named), 'group')}"
    is_most = sum(each.lines for each in split.separable) > sum(each.size for each in split.rest)
    return text if is_most else f"{text}; the largest of the rest: {_largest(split.rest)}"


def _largest(definitions: Sequence[Sized]) -> str:
    large = [
        each for each in definitions[:_MOST_DEFINITIONS] if each.size >= _WORTH_TELLING * definitions[0].size
    ]
    return ", ".join(f"{_short(each.name)} ({_lines(each.size)})" for each in large)


def _group(group: Responsibility) -> str:
    told = _telling(group)[:_MOST_MEMBERS]
    members = ", ".join(_short(each.name) for each in told) + _more(len(group.members) - len(told))
    if group.name and len(group.members) > 1:
        return f"{group.name} ({members}: {_lines(group.lines)})"
    return f"{members} ({_lines(group.lines)})"


def _telling(group: Responsibility) -> list[Sized]:
    """Those first that speak of what the group is named for."""
    return sorted(group.members, key=lambda member: not speaks_of(member.name, group.name))


def _more(number: int, of_what: str = "") -> str:
    words = [str(number), "more", of_what + "s" if of_what and number > 1 else of_what]
    return f" and {' '.join(filter(None, words))}" if number else ""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(_CUT)] + _CUT


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
