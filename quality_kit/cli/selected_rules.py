"""Rules and linters that are named on a command line to be recorded again."""

from __future__ import annotations

from quality_kit.config import Known, Problems
from quality_kit.config.selection import EVERYTHING, FLAKE8, NOT_MEANT, strength, tool_of
from quality_kit.config.selectors import check_ignored
from quality_kit.files import UsageError
from quality_kit.linters import available
from quality_kit.request import CheckRequest

_OPTION = "--rule"


class SelectedRules:
    """What the selectors mean in a run."""

    def __init__(self, selectors: tuple[str, ...], request: CheckRequest) -> None:
        """Check the selectors.

        Raises:
            UsageError: One names nothing that exists, or what is off, so that nothing would be left of it.
        """
        self._selectors = selectors
        self._rules = frozenset(request.catalogue.codes)
        problems = Problems()
        for selector in selectors:
            check_ignored(selector, _OPTION, Known(request.catalogue, available()), problems)
        if problems.found:
            raise UsageError("\n".join(f"{problem.key}: {problem.reason}" for problem in problems.found))
        for selector in selectors:
            if not _is_on(selector, request):
                raise UsageError(
                    f"{_OPTION}: {selector} is off in this project: switch it on, then record it"
                )

    def mean(self, code: str) -> bool:
        """Whether one of the selectors means the code of a finding."""
        tool, colon, _ = code.partition(":")
        linter = tool if colon else None if code in self._rules else FLAKE8
        return any(strength(selector, code, linter) != NOT_MEANT for selector in self._selectors)


def _is_on(selector: str, request: CheckRequest) -> bool:
    tool = tool_of(selector, request.catalogue.codes)
    if tool is not None:
        return tool in request.linters or tool == EVERYTHING
    rules = [rule for rule in request.catalogue.rules if rule.code.startswith(selector)]
    return any(
        selection.has(rule.code, None, rule.default)
        for selection in request.config.selections()
        for rule in rules
    )
