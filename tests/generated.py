"""The files that are made from the code: ``python -m tests.generated`` (``make docs``) writes them anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from quality_kit.catalogue import Catalogue
from quality_kit.config import Known
from quality_kit.config.schema import json_schema
from quality_kit.guides import Guide, names, own_guides
from quality_kit.linters import available
from quality_kit.registry import describe, load_rules
from tests import guide_pages
from tests.configuration_page import with_tables
from tests.rule_pages import page, readme_with_table

ROOT = Path(__file__).parent.parent


class Generated(NamedTuple):
    """One file, and what it has to hold."""

    path: Path
    make_text: Callable[[], str]


def catalogue() -> Catalogue:
    """The rules of this repository."""
    return describe(load_rules(), b"")


def schema() -> str:
    """The JSON schema of the configuration table."""
    return json.dumps(json_schema(catalogue(), available(), names()), indent=2, ensure_ascii=False) + "\n"


def configuration_page() -> str:
    """The page about the configuration, its tables made from the keys."""
    return with_tables((ROOT / "docs" / "configuration.md").read_text(encoding="utf-8"))


def readme() -> str:
    """The README with its tables of rules and guides."""
    with_rules = readme_with_table((ROOT / "README.md").read_text(encoding="utf-8"), catalogue())
    return guide_pages.readme_with_guides(with_rules, guides(), known())


def known() -> Known:
    """What guides can speak of."""
    return Known(catalogue(), available())


@lru_cache
def guides() -> list[Guide]:
    """The guides of this repository."""
    return list(own_guides(known()))


def page_about_guides() -> str:
    """The page about guides with its table of evidence."""
    return guide_pages.with_evidence((ROOT / "docs" / "guides.md").read_text(encoding="utf-8"))


def all_guide_pages() -> list[Generated]:
    """A page for each guide."""
    return [
        Generated(ROOT / "docs" / "guides" / f"{guide.name}.md", partial(guide_pages.page, guide, known()))
        for guide in guides()
    ]


def rule_pages() -> list[Generated]:
    """A page for each rule, the tool's own findings among them."""
    return [
        Generated(ROOT / "docs" / "rules" / f"{rule.code}.md", partial(page, rule))
        for rule in catalogue().rules
    ]


GENERATED = (
    Generated(ROOT / "quality_kit" / "schema.json", schema),
    Generated(ROOT / "docs" / "configuration.md", configuration_page),
    Generated(ROOT / "README.md", readme),
    Generated(ROOT / "docs" / "guides.md", page_about_guides),
    *rule_pages(),
    *all_guide_pages(),
)


def main() -> None:
    """Write all of them."""
    for path, make_text in GENERATED:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
