"""A guide's checklist held against the change: each item passes, fails, or is for a person to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quality_kit.finding import Finding
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ChecklistItem
from quality_kit.review.retry_loops import retry_loops

#: Gives what a person should look at, in places of the change.
Gather = Callable[[Evidence], Iterable[str]]


class Asked(NamedTuple):
    """An item as the guide has it."""

    text: str
    #: Codes of rules and of linters' findings, or their beginnings, that answer it.
    codes: tuple[str, ...] = ()
    #: What only a person can answer; empty when the codes do.
    question: str = ""
    #: Which evidence a machine can gather for the question, by a word of ``GATHERED``.
    evidence: str = ""


#: The words that a guide may use for evidence.
GATHERED: Mapping[str, Gather] = {"retry-loops": retry_loops}


def checklist(
    evidence: Evidence, asked: Iterable[Asked], new: Sequence[Finding]
) -> tuple[ChecklistItem, ...]:
    """The items in the guide's order, held against the new findings."""
    return tuple(_item(evidence, each, new) for each in asked)


def _item(evidence: Evidence, asked: Asked, new: Sequence[Finding]) -> ChecklistItem:
    known = tuple(code for code in asked.codes if _is_checked(evidence, code))
    found = [finding for finding in new if _answers(finding, known)]
    if found:
        return ChecklistItem(asked.text, "fail", tuple(map(_place, found)))
    if asked.question or not known:
        gathered = tuple(GATHERED[asked.evidence](evidence)) if asked.evidence in GATHERED else ()
        return ChecklistItem(asked.question or asked.text, "judge", gathered)
    return ChecklistItem(asked.text, "pass", looked_at=_looked_at(evidence, known))


def _is_checked(evidence: Evidence, code: str) -> bool:
    if evidence.catalogue.find(code) is not None:
        return True
    return code.partition(":")[0] in evidence.linters or ("flake8" in evidence.linters and code[0].isupper())


def _answers(finding: Finding, codes: tuple[str, ...]) -> bool:
    return any(
        each == code or each.startswith((code, f"{code}:"))
        for code in codes
        for each in (finding.code, *finding.aliases)
    )


def _place(finding: Finding) -> str:
    location = finding.location
    return f"{location.path}:{location.line} {finding.code} {finding.message}"


def _looked_at(evidence: Evidence, codes: tuple[str, ...]) -> str:
    files = sum(1 for file in evidence.change.python if file.status != "deleted")
    return f"{', '.join(codes)} on {files} changed Python {'file' if files == 1 else 'files'}"


def rules_of(asked: Iterable[Asked]) -> Iterator[str]:
    """The codes of the rules that the items need."""
    for item in asked:
        yield from (code for code in item.codes if code.startswith("QK"))
