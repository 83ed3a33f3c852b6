"""The same problem found by several tools becomes one finding.

An unused import is F401 for flake8, and autoflake and vulture have their own words for it. Which
codes mean the same is a table here; findings of one kind are joined when they stand on the same
line and name the same thing. A file that does not parse is one problem, whoever stumbled over it
and wherever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quality_kit.finding import OWN_SOURCE, SEVERITIES, Finding, Location, by_place
from quality_kit.own_findings import UNPARSABLE_FILE

#: Whose code, name and message a joined finding keeps: the first of these that reported it.
_PRECEDENCE = (OWN_SOURCE, "flake8", "mypy", "autoflake", "vulture", "black", "isort")

#: The codes of each kind of problem.
_KINDS: dict[str, tuple[str, ...]] = {
    "unused import": ("F401", "autoflake:unused-import", "vulture:unused-import"),
    "unused variable": ("F841", "autoflake:unused-variable", "vulture:unused-variable"),
    "undefined name": ("F821", "F405", "mypy:name-defined"),
    "redefinition": ("F811", "mypy:no-redef"),
    "misplaced keyword": ("F701", "F702", "F704", "F706", "mypy:misc"),
    "duplicate key": ("F601", "autoflake:duplicate-key"),
    "star import": ("F403", "autoflake:star-import"),
    "unreachable code": ("mypy:unreachable", "vulture:unreachable-code"),
    "syntax error": ("QK000", "E999", "E902", "mypy:syntax", "black:unparsable", "vulture:unparsable"),
}
_KIND_OF = {code: kind for kind, codes in _KINDS.items() for code in codes}
_SYNTAX_ERROR = "syntax error"
_FORMAT = "black:format"

#: Kinds whose messages name what they are about; of the others there is one per line.
_NAMED = frozenset(
    {"unused import", "unused variable", "undefined name", "redefinition", "misplaced keyword"}
)

#: Codes that mean the kind only with such a message: E902 is also about files that cannot be read.
_ONLY_WITH = {
    "E902": re.compile(r"(?:Token|Syntax|Indentation)Error"),
    "mypy:misc": re.compile(r'"\w+" outside (?:loop|function)'),
}

#: mypy says this about a type comment, too, in a file that parses.
_ALSO_OF_PARSED_FILES = "mypy:syntax"

_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """Join what is the same problem, sorted by place.

    A joined finding has the code, name and message of the tool that comes first, the most precise
    of their places on its line, all sources and all codes, and can be fixed if one of them can.
    """
    groups: dict[tuple[str, str, int], list[Finding]] = {}
    result = []
    findings = _without_formatting_of_unparsable(list(findings))
    for finding in sorted(findings, key=lambda finding: (_rank(finding), by_place(finding))):
        kind = _kind(finding)
        if kind is None:
            result.append(finding)
        else:
            line = 0 if kind == _SYNTAX_ERROR else finding.location.line
            groups.setdefault((kind, finding.location.path, line), []).append(finding)
    for (kind, _, _), group in groups.items():
        result += [_joined(same) for same in _same(kind, group)]
    return sorted(result, key=by_place)


def _without_formatting_of_unparsable(findings: list[Finding]) -> list[Finding]:
    """black formats some code that Python cannot parse; that is no mend, and no second problem."""
    unparsed = {finding.location.path for finding in findings if finding.code == UNPARSABLE_FILE}
    return [
        finding for finding in findings if finding.code != _FORMAT or finding.location.path not in unparsed
    ]


def _kind(finding: Finding) -> str | None:
    needed = _ONLY_WITH.get(finding.code)
    return None if needed and not needed.search(finding.message) else _KIND_OF.get(finding.code)


def _rank(finding: Finding) -> int:
    source = finding.sources[0]
    return _PRECEDENCE.index(source) if source in _PRECEDENCE else len(_PRECEDENCE)


def _same(kind: str, group: list[Finding]) -> list[list[Finding]]:
    """The findings of one kind on one line, split by what they are about."""
    if kind == _SYNTAX_ERROR:
        unparsed = any(finding.code != _ALSO_OF_PARSED_FILES for finding in group)
        return [group] if unparsed else [[finding] for finding in group]
    problems: list[list[Finding]] = []
    for finding in group:
        fitting = [problem for problem in problems if _belongs(finding, problem, kind)]
        if fitting:
            fitting[0].append(finding)
        else:
            problems.append([finding])
    return problems


def _belongs(finding: Finding, problem: list[Finding], kind: str) -> bool:
    """Whether another tool has reported the same; one tool's two findings are two problems."""
    if any(set(finding.sources) & set(other.sources) for other in problem):
        return False
    names = _names(finding)
    return kind not in _NAMED or all(_agree(names, _names(other)) for other in problem)


def _agree(names: frozenset[str], others: frozenset[str]) -> bool:
    return not names or not others or not names.isdisjoint(others)


def _names(finding: Finding) -> frozenset[str]:
    """What the message may mean: an import binds its first name or its last, and only flake8 has both.

    ``'os.path'`` binds ``os`` after ``import os.path`` and ``path`` after ``from os import path``.
    """
    found = _QUOTED.search(finding.message)
    if found is None:
        return frozenset()
    text = (found[1] or found[2]).rpartition(" as ")[2].strip(".")
    return frozenset({text.partition(".")[0], text.rpartition(".")[2]})


def _joined(same: Sequence[Finding]) -> Finding:
    first = same[0]
    if len(same) == 1:
        return first
    return first._replace(
        location=_most_precise([finding.location for finding in same]),
        severity=min((finding.severity for finding in same), key=SEVERITIES.index),
        sources=_once(source for finding in same for source in finding.sources),
        fixable=any(finding.fixable for finding in same),
        fix=next((finding.fix for finding in same if finding.fix), ()),
        aliases=_once(code for finding in same for code in (finding.code, *finding.aliases)),
    )


def _most_precise(locations: Sequence[Location]) -> Location:
    """A place with an end, then one with a column; the first tool's line, as its message is about that."""
    on_line = [location for location in locations if location.line == locations[0].line]
    return max(on_line, key=lambda place: (place[1:3] != place[3:], place.column > 1))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
