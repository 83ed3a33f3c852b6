"""What holds for every rule: its words, its code, its place."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from quality_kit.catalogue import FAMILIES
from quality_kit.registry import LoadedRule
from tests.examples import rules

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
each_rule = pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.info.code)


def test_the_six_rules_of_the_heart_are_on_by_default() -> None:
    on = [entry.info.code for entry in rules() if entry.info.default]
    assert on == ["QK101", "QK102", "QK201", "QK301", "QK401", "QK501", "QK601"]


def test_no_two_rules_share_a_name() -> None:
    assert [name for name, count in Counter(entry.info.name for entry in rules()).items() if count > 1] == []


@each_rule
def test_a_code_belongs_to_the_family_of_its_folder(entry: LoadedRule) -> None:
    assert FAMILIES[entry.info.code[:3]] == entry.info.family


@each_rule
def test_a_message_begins_in_lower_case_and_has_no_full_stop(entry: LoadedRule) -> None:
    assert re.match(r"[a-z{]", entry.info.message)
    assert not entry.info.message.endswith(".")


@each_rule
def test_a_rule_says_what_it_finds_in_one_sentence_and_why_in_more(entry: LoadedRule) -> None:
    assert entry.info.summary.endswith(".")
    assert len(entry.info.summary) <= 100
    assert len(entry.info.explanation) >= 150


@each_rule
def test_a_rule_serves_a_guide(entry: LoadedRule) -> None:
    assert entry.info.statements
    assert all(re.fullmatch(r"(SG|CS|RP|BP|AR)\d+", statement) for statement in entry.info.statements)


@each_rule
def test_every_option_has_help_and_a_name_with_dashes(entry: LoadedRule) -> None:
    for option in entry.info.options:
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", option.name)
        assert len(option.help) >= 15


@each_rule
def test_a_rule_has_case_files(entry: LoadedRule) -> None:
    folder = CASES / entry.info.family / entry.info.name.replace("-", "_")
    assert len(list(folder.iterdir())) >= 3
