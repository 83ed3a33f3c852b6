"""Whether a selector can mean something: a rule, a linter, or a code of a linter."""

from __future__ import annotations

import re
from typing import NamedTuple

from quality_kit.catalogue import Catalogue
from quality_kit.config.problems import Problems, closest
from quality_kit.config.selection import EVERYTHING, FLAKE8, OWN_PREFIX, tool_of

#: What plugins of flake8 may call their codes; which of them are installed is not looked up.
_FLAKE8_CODE = re.compile(r"(?!QK)[A-Z]{1,3}[0-9]{0,4}\Z")


class Known(NamedTuple):
    """What a configuration can speak of."""

    catalogue: Catalogue
    linters: tuple[str, ...]


def check_selector(selector: str, at: str, known: Known, problems: Problems) -> None:
    """Note a selector that no rule and no linter could ever answer to."""
    tool = tool_of(selector, known.catalogue.codes)
    if tool in (None, EVERYTHING) or selector in known.linters:
        return
    if tool == FLAKE8 and ":" not in selector:
        if not _FLAKE8_CODE.match(selector):
            _unknown_code(selector, at, known, problems)
    elif ":" not in selector:
        _unknown_code(selector, at, known, problems)
    elif tool not in known.linters:
        problems.unknown(at, "linter", str(tool), known.linters)
    elif selector.endswith(":"):
        problems.add(at, f"{selector!r} names no code: write {tool}:CODE, or {tool} for all of them")
    elif tool == FLAKE8:
        problems.add(at, f"unknown code {selector!r}: codes of flake8 are written bare, as F401")


def check_ignored(selector: str, at: str, known: Known, problems: Problems) -> None:
    """Note a selector that cannot be ignored."""
    if selector.startswith(OWN_PREFIX):
        problems.add(
            at, f"{selector!r} cannot be switched off: it says what was not checked; exclude the file"
        )
    else:
        check_selector(selector, at, known, problems)


def is_known_selector(selector: str, known: Known) -> bool:
    """Whether some rule or linter could answer to the selector."""
    problems = Problems()
    check_selector(selector, "", known, problems)
    return not problems.found


def _unknown_code(selector: str, at: str, known: Known, problems: Problems) -> None:
    named = {rule.name: rule.code for rule in known.catalogue.rules}
    codes = (*known.catalogue.codes, *known.linters, EVERYTHING)
    meant = named.get(selector.lower()) or closest(selector, codes)
    advice = f", did you mean {meant!r}?" if meant else "; see quality-kit rules"
    problems.add(at, f"unknown code {selector!r}{advice}")
