"""What the exit code of a run says."""

from __future__ import annotations

from quality_kit.config.model import FailOn
from quality_kit.finding import SEVERITIES, Report

CLEAN = 0
FOUND = 1
#: Something could not do its work, or the command line or configuration cannot be obeyed.
BROKEN = 2
#: Ended by Ctrl-C, as shells count it: 128 and the number of the signal.
INTERRUPTED = 130


def exit_code(report: Report, fail_on: FailOn) -> int:
    """2 when something failed, 1 when active findings are as severe as ``fail_on``, else 0.

    Entries of the baseline that the change has made stale count like errors.
    """
    if report.failures:
        return BROKEN
    if fail_on == "never":
        return CLEAN
    if report.baseline is not None and report.baseline.failing:
        return FOUND
    counting = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FOUND if any(finding.severity in counting for finding in report.active) else CLEAN
