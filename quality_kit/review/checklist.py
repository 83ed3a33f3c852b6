"""A guide's checklist held against the change: each item passes, fails, or is for a person to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quality_kit.finding import Finding
from quality_kit.guides import Guide, Item
from quality_kit.review.evidence import Evidence
from quality_kit.review.gathered import gather
from quality_kit.review.model import ChecklistItem

_OURS = "QK"


def checklist(evidence: Evidence, guide: Guide, new: Sequence[Finding]) -> tuple[ChecklistItem, ...]:
    """The items in the guide's order, then its questions to people where the change gives cause to ask them."""
    if not evidence.change.files:
        return ()
    items = [_item(evidence, each, new) for each in guide.checklist]
    asked = {each.evidence for each in guide.checklist if each.evidence}
    for statement in guide.statements:
        if statement.question and statement.evidence not in asked:
            gathered = gather(evidence, statement.evidence)
            if gathered:
                items.append(ChecklistItem(statement.question, "judge", gathered))
    return tuple(items)


def _item(evidence: Evidence, item: Item, new: Sequence[Finding]) -> ChecklistItem:
    codes = tuple(code for code in item.enforced_by if _is_checked(evidence, code))
    found = [finding for finding in new if _answers(finding, codes)]
    if found:
        counted = sorted(Counter(finding.code for finding in found).items())
        return ChecklistItem(item.text, "fail", tuple(map(_place, found)), codes=tuple(counted))
    gathered = gather(evidence, item.evidence) if item.question else ()
    if gathered:
        return ChecklistItem(item.question, "judge", gathered)
    if codes:
        return ChecklistItem(item.text, "pass", looked_at=_looked_at(evidence, codes))
    return ChecklistItem(item.question or item.text, "judge")


def _is_checked(evidence: Evidence, code: str) -> bool:
    """Whether what would answer is there: a rule that is built, a linter that ran."""
    if code.startswith(_OURS):
        return evidence.catalogue.find(code) is not None
    return code.partition(":")[0] in evidence.linters or ("flake8" in evidence.linters and code[0].isupper())


def _answers(finding: Finding, codes: tuple[str, ...]) -> bool:
    return any(
        each == code or each.startswith(f"{code}:") or (code[-1].isdigit() and each.startswith(code))
        for code in codes
        for each in (finding.code, *finding.aliases)
    )


def _place(finding: Finding) -> str:
    location = finding.location
    return f"{location.path}:{location.line} {finding.code} {finding.message}"


def _looked_at(evidence: Evidence, codes: tuple[str, ...]) -> str:
    files = sum(1 for file in evidence.change.python if file.status != "deleted")
    return f"{', '.join(codes)} on {files} changed Python {'file' if files == 1 else 'files'}"


def rules_of(guide: Guide) -> Iterator[str]:
    """The codes of the rules that the items need, built or not."""
    for item in guide.checklist:
        yield from (code for code in item.enforced_by if code.startswith(_OURS))
