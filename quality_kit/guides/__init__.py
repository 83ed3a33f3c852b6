"""Style guides as data: their statements, what enforces each, and the settings that they stand for."""

from quality_kit.guides.find import names
from quality_kit.guides.layout import Fit, best_fit
from quality_kit.guides.load import Asker, load_guide, need_guide, own_guides
from quality_kit.guides.model import EVIDENCE, REVIEW, Deviation, Guide, Item, Statement
from quality_kit.guides.owners import kind_of
from quality_kit.guides.preset import configured, guide_tables, with_guides

__all__ = [
    "EVIDENCE",
    "REVIEW",
    "Asker",
    "Deviation",
    "Fit",
    "Guide",
    "Item",
    "Statement",
    "best_fit",
    "configured",
    "guide_tables",
    "kind_of",
    "load_guide",
    "names",
    "need_guide",
    "own_guides",
    "with_guides",
]
