"""Who answers for a statement: rules, planned rules, linters, the review page."""

from __future__ import annotations

from typing import Literal

from quality_kit.config import Known, Problems
from quality_kit.config.selection import tool_of
from quality_kit.config.selectors import check_selector
from quality_kit.guides.model import REVIEW
from quality_kit.guides.planned import is_planned

OwnerKind = Literal["rule", "linter", "planned", "review"]


def kind_of(selector: str, known: Known) -> OwnerKind:
    """What a selector in ``enforced-by`` stands for."""
    if selector == REVIEW:
        return "review"
    if is_planned(selector, known.catalogue.codes):
        return "planned"
    return "rule" if tool_of(selector, known.catalogue.codes) is None else "linter"


def check_owner(selector: str, at: str, known: Known, problems: Problems) -> None:
    """Note what no rule, built or planned, and no linter could ever answer to."""
    if kind_of(selector, known) in ("rule", "linter"):
        check_selector(selector, at, known, problems)
