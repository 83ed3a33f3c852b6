"""Marks what was there already: findings of the base are taken off those of the head, one for one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quality_kit.finding import Finding, told_as_grown
from quality_kit.fingerprint import key_of_file

_NOT_NEW = "not new"

#: What two findings have in common that are one, seen at two times.
_Identity = Callable[[Finding], Hashable]


class Past(NamedTuple):
    """What is known of the tree that the head is compared with."""

    ref: str
    #: Those that a comment silenced there are among them, and excuse nothing.
    findings: Sequence[Finding]
    #: From old paths to new ones.
    renames: Mapping[str, str]
    #: The paths of the head whose content is the same there.
    unchanged: frozenset[str]
    #: The linters; what they alone say of an unchanged file is not new.
    linters: frozenset[str]


def without_old(findings: Iterable[Finding], past: Past) -> list[Finding]:
    """The findings, those that are not new marked.

    An equal is looked for at the same place first (file, scope and statement), then wherever code was
    moved from: the same statement in a scope of the same name, gone from where it was.
    """
    findings = list(findings)
    left = [_renamed(finding, past.renames) for finding in past.findings if finding.suppressed_by is None]
    # A silenced finding uses up its equal, too: what is silenced now is not gone.
    same, left = _taken_off(findings, left, _same_place)
    old = same | {at for at, finding in enumerate(findings) if _is_untouched(finding, past)}
    old |= _moved({at: finding for at, finding in enumerate(findings) if at not in old}, left)
    grown = {each.fingerprint: each.measure for each in left if each.measure is not None}
    return [
        _marked(finding, past) if at in old else _with_former_size(finding, grown, past.ref)
        for at, finding in enumerate(findings)
    ]


def is_old(finding: Finding) -> bool:
    """Whether it only does not count because it is not new."""
    return finding.suppressed_by is not None and finding.suppressed_by.startswith(f"{_NOT_NEW}:")


def _taken_off(
    findings: Iterable[Finding], base: Iterable[Finding], identity: _Identity
) -> tuple[set[int], list[Finding]]:
    """Which findings have an equal in the base, by number, and what is left of the base."""
    left: dict[Hashable, list[Finding]] = {}
    for finding in base:
        left.setdefault(identity(finding), []).append(finding)
    matched = set()
    for at, finding in enumerate(findings):
        equals = left.get(identity(finding), [])
        fitting = next((equal for equal in equals if not _has_grown(finding, equal)), None)
        if fitting is not None:
            equals.remove(fitting)
            matched.add(at)
    return matched, [finding for equals in left.values() for finding in equals]


def _moved(rest: Mapping[int, Finding], left: Iterable[Finding]) -> set[int]:
    """Which of the unmatched findings, by number, stand in code that was moved here."""
    movable = {at: finding for at, finding in rest.items() if _can_move(finding)}
    numbers = list(movable)
    matched, _ = _taken_off(movable.values(), filter(_can_move, left), lambda finding: finding.key)
    return {numbers[at] for at in matched}


def _can_move(finding: Finding) -> bool:
    """Whether it is about a statement: what is said of a whole file stays with the file."""
    return not finding.is_placeless and finding.key != key_of_file(finding.code)


def _has_grown(finding: Finding, before: Finding) -> bool:
    """An oversized file may stay as it is, not grow."""
    return finding.measure is not None and before.measure is not None and finding.measure > before.measure


def _with_former_size(finding: Finding, before: Mapping[str, int], ref: str) -> Finding:
    """It says how large the file was, so that nobody takes an old problem for one of the change alone."""
    if finding.suppressed_by is not None or finding.measure is None or finding.fingerprint not in before:
        return finding
    return told_as_grown(finding, f"{before[finding.fingerprint]} in {ref}")


def _is_untouched(finding: Finding, past: Past) -> bool:
    return finding.location.path in past.unchanged and past.linters.issuperset(finding.sources)


def _renamed(finding: Finding, renames: Mapping[str, str]) -> Finding:
    path = renames.get(finding.location.path)
    return finding if path is None else finding._replace(location=finding.location._replace(path=path))


def _same_place(finding: Finding) -> Hashable:
    """What its fingerprint is made of: to compute that for all of a tree takes longer than to compare it."""
    return "" if finding.is_placeless else finding.location.path, finding.key


def _marked(finding: Finding, past: Past) -> Finding:
    if finding.suppressed_by is not None:
        return finding
    return finding._replace(suppressed_by=f"{_NOT_NEW}: it is in {past.ref} too")
