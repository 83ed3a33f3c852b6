"""What holds for the guides that come with us: every statement has an owner, every rule serves one."""

from __future__ import annotations

import re

import pytest

from quality_kit.guides import EVIDENCE, Guide, Item, Statement, kind_of
from quality_kit.guides.planned import CATALOGUE
from quality_kit.registry import LoadedRule
from tests.examples import rules
from tests.generated import guides, known

#: Ids and how many there are: public, so none may go.
STATEMENTS = {
    "architecture": ("AR", 19),
    "best-practices": ("BP", 25),
    "clean-structure": ("CS", 28),
    "refactoring-plan": ("RP", 24),
    "style-guide": ("SG", 24),
}
each_guide = pytest.mark.parametrize("guide", guides(), ids=lambda guide: str(guide.name))
each_rule = pytest.mark.parametrize("entry", rules(), ids=lambda entry: str(entry.info.code))


@each_guide
def test_no_statement_of_a_guide_is_dropped(guide: Guide) -> None:
    prefix, count = STATEMENTS[guide.name]
    assert [each.id for each in guide.statements] == [f"{prefix}{number}" for number in range(1, count + 1)]


@each_guide
def test_every_statement_has_an_owner(guide: Guide) -> None:
    assert [each.id for each in guide.statements if not each.enforced_by and not each.question] == []


@each_guide
def test_every_statement_is_a_sentence_and_every_question_asks(guide: Guide) -> None:
    assert [each.id for each in guide.statements if not re.fullmatch(r"[A-Z].+\.", each.text)] == []
    owned: list[Statement | Item] = [*guide.statements, *guide.checklist]
    assert [each.text for each in owned if each.question and not each.question.endswith("?")] == []
    assert [each.text for each in owned if each.evidence and not each.question] == []


@each_guide
def test_every_exception_says_what_is_done_and_why(guide: Guide) -> None:
    assert guide.exceptions
    for exception in guide.exceptions:
        assert exception.statements
        assert not re.search(r"[A-Z]\w* is\.$|\.$", exception.decision + exception.reason)


def test_the_checklist_of_the_style_guide_has_ten_items() -> None:
    checklists = {guide.name: len(guide.checklist) for guide in guides()}
    assert checklists == dict.fromkeys(STATEMENTS, 0) | {"style-guide": 10}


@each_rule
def test_every_rule_serves_a_statement(entry: LoadedRule) -> None:
    assert [guide.name for guide in guides() if _naming(guide, entry.info.code)] != []


@each_rule
def test_a_rule_claims_statements_that_name_it(entry: LoadedRule) -> None:
    naming = {each for guide in guides() for each in _naming(guide, entry.info.code)}
    assert set(entry.info.statements) - naming == set()


@each_rule
def test_a_rule_has_the_name_that_the_catalogue_gives_its_code(entry: LoadedRule) -> None:
    assert CATALOGUE[entry.info.code] == entry.info.name


def test_every_rule_of_the_catalogue_serves_a_statement() -> None:
    named = {owner for guide in guides() for each in guide.statements for owner in each.enforced_by}
    assert sorted(set(CATALOGUE) - named) == []


def test_every_kind_of_evidence_is_asked_for() -> None:
    asked = {each.evidence for guide in guides() for each in guide.statements}
    asked |= {each.evidence for guide in guides() for each in guide.checklist}
    assert sorted(set(EVIDENCE) - asked) == []


def test_what_is_planned_is_in_the_catalogue_and_not_built() -> None:
    built = {entry.info.code for entry in rules()}
    owners = {owner for guide in guides() for each in guide.statements for owner in each.enforced_by}
    planned = {owner for owner in owners if kind_of(owner, known()) == "planned"}
    assert planned == {owner for owner in owners if owner in CATALOGUE} - built


def _naming(guide: Guide, code: str) -> list[str]:
    return [each.id for each in guide.statements if code in each.enforced_by]
