"""How rules are found: by the existence of their files, ours and those of a team's pack."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quality_kit.catalogue import from_json, to_json
from quality_kit.registry import RegistryError, describe, load_rules

RULE = '''
from quality_kit.rule import Bad, FileRule, Good, RuleOptions


class Words(FileRule[RuleOptions]):
    """Finds words.

    Words are
    many.
    """

    code = "TEAM001"
    message = "word; say nothing"
    examples = (Good("x\\n"), Bad("y  # finding: TEAM001\\n", fixed="x\\n"))
'''


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "team_rules"
    (folder / "talking").mkdir(parents=True)
    for path in ("__init__.py", "talking/__init__.py", "talking/_helper.py"):
        (folder / path).write_text("")
    (folder / "talking" / "bad_words.py").write_text(RULE)
    return folder


def test_a_rule_is_described_by_its_file(pack: Path) -> None:
    ours, with_pack = load_rules(), load_rules([str(pack)])
    assert [entry.info for entry in with_pack[:-1]] == [entry.info for entry in ours]
    info = with_pack[-1].info
    assert (info.code, info.name, info.family) == ("TEAM001", "bad-words", "talking")
    assert (info.summary, info.explanation) == ("Finds words.", "Words are\nmany.")
    assert (info.kind, info.severity, info.default, info.fixable) == ("file", "error", False, True)
    assert [option.name for option in info.options] == ["exempt"]


def test_a_rule_in_the_top_folder_of_a_pack_has_the_family_of_that_name(pack: Path) -> None:
    (pack / "talking" / "bad_words.py").rename(pack / "bad_words.py")
    assert load_rules([str(pack)])[-1].info.family == "team_rules"


def test_packs_of_the_same_name_are_kept_apart(pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "team_rules"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text(RULE.replace("TEAM001", "TEAM002"))
    assert [entry.info.code for entry in load_rules([str(pack), str(other)])[-2:]] == ["TEAM001", "TEAM002"]
    assert load_rules([str(other)])[-1].info.code == "TEAM002"
    assert "team_rules" not in sys.modules


def test_an_edited_pack_is_read_anew(pack: Path) -> None:
    file = pack / "talking" / "bad_words.py"
    assert load_rules([str(pack)])[-1].info.message == "word; say nothing"
    file.write_text(RULE.replace("say nothing", "say no-thin"))
    assert load_rules([str(pack)])[-1].info.message == "word; say no-thin"
    assert list(pack.rglob("*.pyc")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import nowhere\n", "cannot import the rule module .*talking.bad_words: ModuleNotFoundError"),
        ("x = (\n", "cannot import the rule module .*talking.bad_words: SyntaxError"),
        ("raise SystemExit(0)\n", r"cannot import the rule module .*talking.bad_words: SystemExit\(0\)"),
        (RULE.replace("message", "words"), "cannot use the rule .*Words: .*'message'"),
        (RULE.replace("TEAM001", "QK000"), "two rules have the code QK000: the tool itself and .*Words"),
        (RULE.replace('"TEAM001"\n', '"F401"\n'), "cannot use the rule .*Words: the code 'F401' is not two"),
        (RULE.replace('"TEAM001"\n', '"mypy:x"\n'), "the code 'mypy:x' is not two or more capital letters"),
        (RULE.replace('"TEAM001"\n', "1\n"), "the code 1 is not two or more capital letters and a number"),
        (RULE.replace('"word; say nothing"', "5"), "cannot use the rule .*Words: the message must be a text"),
        (RULE + "    severity = 'fatal'\n", r"unknown severity 'fatal' \(valid: error, warning, info\)"),
        (RULE + "    statements = 'SG21'\n", "the statements must be a tuple"),
        (RULE + "    def visit_Cal(self, node): ...\n", "LibCST has no node for Words.visit_Cal"),
        (
            RULE.replace("TEAM001", "QK401"),
            "two rules have the code QK401: .*PrintCall and .*Words; give one",
        ),
        (
            RULE + RULE.replace("class Words", "class More"),
            "two rules have the code TEAM001: .*Words and .*More",
        ),
    ],
)
def test_a_rule_that_cannot_be_used_is_told(pack: Path, text: str, told: str) -> None:
    (pack / "talking" / "bad_words.py").write_text(text)
    with pytest.raises(RegistryError, match=told):
        load_rules([str(pack)])


def test_a_pack_must_be_a_package(pack: Path) -> None:
    (pack / "__init__.py").unlink()
    with pytest.raises(RegistryError, match="has no __init__.py; a pack is a package of rule files"):
        load_rules([str(pack)])


def test_the_catalogue_is_the_same_after_a_stay_in_the_cache() -> None:
    catalogue = describe(load_rules(), b"digest")
    assert from_json(to_json(catalogue), b"digest") == catalogue
