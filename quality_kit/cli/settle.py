"""What a run of ``quality-kit check`` does with what it learnt about the baseline.

On a developer's machine a full run without findings takes out what is stale. Under CI nothing is
written, and what is stale because of the change fails the run: else nobody would commit the smaller file.
"""

from __future__ import annotations

import os
from pathlib import Path

from quality_kit.baseline import load, render
from quality_kit.config.model import FailOn
from quality_kit.exit_codes import CLEAN, exit_code
from quality_kit.files import UsageError
from quality_kit.finding import BaselineState, Report
from quality_kit.hall.replace import replace
from quality_kit.hall.talk import say
from quality_kit.prepare import Prepared
from quality_kit.touched import touched_paths

#: Values of the variable CI that mean that it is none.
_NO_CI = ("", "0", "false")


def settled(report: Report, prepared: Prepared, gate: FailOn, is_whole: bool) -> Report:
    """The report with the state of the baseline after it: which entries fail the run, whether it was written."""
    state = report.baseline
    if state is None:
        return report
    if os.environ.get("CI", "").lower() not in _NO_CI:
        return report._replace(baseline=_with_failing(state, Path(report.root)))
    if is_whole and exit_code(report, gate) == CLEAN and _can_shrink(state):
        return report._replace(baseline=state._replace(is_written=_write(state, prepared)))
    return report


def _with_failing(state: BaselineState, root: Path) -> BaselineState:
    touched = touched_paths(root, os.environ) if state.stale else None
    return state._replace(failing=tuple(entry for entry in state.stale if entry.path in (touched or ())))


def _can_shrink(state: BaselineState) -> bool:
    return bool(state.stale or state.moved or state.lowered or not state.is_tidy)


def _write(state: BaselineState, prepared: Prepared) -> bool:
    """Whether the smaller baseline could be written; a run does not fail for that."""
    request = prepared.request
    try:
        now = load(prepared.baseline_file, request.project.root, is_required=True)
        if now is None or request.baseline is None or now.text != request.baseline.text:
            return False  # somebody else has written it meanwhile
        replace(prepared.baseline_file, render(state.shrunk))
    except UsageError as error:
        say(f"quality-kit: the baseline stays as it is: {error}")
        return False
    return True
