"""Runs what is prepared, under a bar."""

from __future__ import annotations

from quality_kit.comparison import check
from quality_kit.finding import Report
from quality_kit.hall.progress import ProgressBar
from quality_kit.prepare import Prepared


def run(prepared: Prepared) -> Report:
    """The report of a run; its cache is closed afterwards."""
    progress = ProgressBar()
    try:
        return check(prepared.request, prepared.cache, progress)
    finally:
        progress.close()
        prepared.cache.close()
