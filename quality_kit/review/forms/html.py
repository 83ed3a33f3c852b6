"""One page for a reviewer, complete in itself: the sections, and the diff with the findings in their places."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from quality_kit.finding import OWN_SOURCE
from quality_kit.reporters import View
from quality_kit.review.forms._html_debt import debt_chart
from quality_kit.review.forms._html_diff import diffs
from quality_kit.review.forms._html_sections import head, sections
from quality_kit.review.forms._words import verdict
from quality_kit.review.model import Review
from quality_kit.writing.html_page import page


def render(review: Review, view: View) -> str:
    """The page."""
    body = "".join((head(review), debt_chart(review), *sections(review), diffs(review)))
    return page(f"{OWN_SOURCE} review: {verdict(review)}", body, _style())


@lru_cache
def _style() -> str:
    return (Path(__file__).parent / "_review_page.css").read_text(encoding="utf-8")
