"""Leaves out what linters report under codes that are off.

There are two stations, because several linters may report one problem, each with its own code. A linter's
finding that is not selected is left out before findings are joined; a problem of which any code is
ignored is left out after that, whoever else reported it.
"""

from __future__ import annotations

from collections.abc import Iterable

from quality_kit.config import Config
from quality_kit.config.selection import FLAKE8
from quality_kit.finding import OWN_SOURCE, Finding


def joinable(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """The findings of linters, not yet joined, that are on, or off because their own code is ignored."""
    return [finding for finding in findings if _is_on(finding, config) or _is_ignored(finding, config)]


def without_ignored(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """The joined findings less those of which a code of a linter is ignored."""
    return [finding for finding in findings if not _is_ignored(finding, config)]


def _is_on(finding: Finding, config: Config) -> bool:
    selection = config.for_path(finding.location.path).selection
    return selection.has(finding.code, finding.sources[0], default=True)


def _is_ignored(finding: Finding, config: Config) -> bool:
    if finding.sources[0] == OWN_SOURCE:
        return False
    selection = config.for_path(finding.location.path).selection
    codes = dict.fromkeys((finding.code, *finding.aliases))
    return any(selection.ignores(code, _tool(code)) for code in codes)


def _tool(code: str) -> str:
    tool, colon, _ = code.partition(":")
    return tool if colon else FLAKE8
