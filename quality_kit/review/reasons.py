"""Why a finding matters, in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quality_kit.catalogue import Catalogue, RuleInfo
from quality_kit.finding import Finding

_SENTENCE = re.compile(r"(.+?[.])(?:\s|\Z)", re.DOTALL)
#: Of the linters, by the beginning of a code; the longest that fits counts.
_OF_LINTERS: Mapping[str, str] = {
    "E999": "the file does not parse: nothing else could be checked in it",
    "F401": "an import that nothing uses costs start-up time and hides what the module needs",
    "F8": "a name that is wrong or unused: at best dead weight, at worst an error at run time",
    "F": "likely a mistake that shows only when the line runs",
    "E7": "it reads as something else than it does",
    "E": "the team's layout differs, so every later change of these lines has noise in its diff",
    "W": "the team's layout differs, so every later change of these lines has noise in its diff",
    "C90": "more branches than anybody can test or keep in mind",
    "black": "the next person who runs black will change lines that are not theirs",
    "isort": "the next person who runs isort will change lines that are not theirs",
    "mypy": "the types contradict each other: one of them misleads the next caller",
    "vulture": "nothing uses it: it will be read and maintained for nothing",
    "autoflake": "nothing uses it: it will be read and maintained for nothing",
}


def why(catalogue: Catalogue, finding: Finding) -> str:
    """Why a reviewer should care; empty where nothing better than the message is known."""
    rule = catalogue.find(finding.code)
    if rule is not None:
        return _of_rule(rule)
    fitting = [code for code in _OF_LINTERS if finding.code.startswith(code)]
    return _OF_LINTERS[max(fitting, key=len)] if fitting else ""


def _of_rule(rule: RuleInfo) -> str:
    """The first sentence of the explanation: rules begin it with what goes wrong."""
    paragraph = " ".join(rule.explanation.split("\n\n", 1)[0].split())
    found = _SENTENCE.match(paragraph)
    return (found[1] if found else paragraph or rule.summary).rstrip(".")
