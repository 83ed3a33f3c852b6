"""A file that was checked is gone at once: nothing waits for a search for circles, which comes rarely."""

from __future__ import annotations

import gc
import weakref

import pytest

from quality_kit.config import Config, Selection
from quality_kit.engine.check_file import check_file
from quality_kit.engine.ruleset import RuleSet
from quality_kit.registry import LoadedRule
from quality_kit.source import SourceFile
from tests.examples import rules, unmarked


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.info.code)
def test_a_checked_file_is_kept_by_nobody(entry: LoadedRule) -> None:
    ruleset = RuleSet([entry], Config(selection=Selection(select=(entry.info.code,))))
    gc.collect()
    gc.disable()
    try:
        kept = [_checked(example.path, unmarked(example.code), ruleset) for example in entry.rule.examples]
        assert [each() for each in kept] == [None] * len(kept)
    finally:
        gc.enable()


def _checked(path: str, code: str, ruleset: RuleSet) -> weakref.ref[SourceFile]:
    source = SourceFile(path, code.encode())
    check_file(source, ruleset)
    return weakref.ref(source)
