"""What the rules say of themselves, as plain data.

Derived from the rule files by ``quality_kit.registry`` and kept in the cache, so that configuration
can be validated and results looked up without importing a rule, or LibCST.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from quality_kit.finding import Severity

OptionType = Literal[
    "boolean", "integer", "number", "string", "choice", "strings", "integers", "numbers", "integers-by-name"
]
#: ``own`` findings are made by the tool itself, not by a rule file.
RuleKind = Literal["file", "project", "own"]

FAMILIES: Mapping[str, str] = {
    "QK0": "own",
    "QK1": "interfaces",
    "QK2": "dependencies",
    "QK3": "literals",
    "QK4": "logging",
    "QK5": "configuration",
    "QK6": "structure",
    "QK7": "errors",
    "QK8": "concurrency",
    "QK9": "security",
}


class OptionInfo(NamedTuple):
    """One option of a rule, as it is written in the configuration file."""

    name: str
    type: OptionType
    default: Any
    help: str
    choices: tuple[str, ...] = ()


class ExampleInfo(NamedTuple):
    """One example of a rule: ``good`` code stays silent, ``bad`` code is reported."""

    kind: Literal["good", "bad"]
    code: str
    path: str
    beside: Mapping[str, str]
    options: Mapping[str, Any]
    fixed: str
    why: str


class RuleInfo(NamedTuple):
    """One rule."""

    code: str
    name: str
    family: str
    #: One sentence.
    summary: str
    #: What and why, in paragraphs.
    explanation: str
    message: str
    severity: Severity
    default: bool
    fixable: bool
    statements: tuple[str, ...]
    options: tuple[OptionInfo, ...]
    examples: tuple[ExampleInfo, ...]
    kind: RuleKind
    #: For a project rule: the keys of its collectors.
    collectors: tuple[str, ...] = ()
    #: For a project rule: globs of further files that it reads.
    inputs: tuple[str, ...] = ()
    #: For a project rule: whether it asks which files there are that are not Python.
    sees_others: bool = False

    @property
    def module(self) -> str:
        """Where its file lies below the folder of rules, as a dotted name."""
        return f"{self.family}.{self.name.replace('-', '_')}"

    def option(self, name: str) -> OptionInfo | None:
        """The option of that name."""
        return next((option for option in self.options if option.name == name), None)


class Catalogue(NamedTuple):
    """All rules, sorted by code, and a digest of the files that they were read from."""

    rules: tuple[RuleInfo, ...]
    digest: bytes

    def find(self, code: str) -> RuleInfo | None:
        """The rule of that code."""
        return next((rule for rule in self.rules if rule.code == code), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all rules."""
        return tuple(rule.code for rule in self.rules)


def to_json(catalogue: Catalogue) -> list[Any]:
    """Plain JSON data from which ``from_json`` makes the same rules."""
    return list(catalogue.rules)  # tuples all the way down, which JSON writes as lists


def from_json(rules: list[Any], digest: bytes) -> Catalogue:
    """The catalogue that ``to_json`` wrote.

    Raises:
        TypeError: The data has another shape.
    """
    return Catalogue(tuple(_rule(*values) for values in rules), digest)


def _rule(*values: Any) -> RuleInfo:
    rule = RuleInfo(*values)
    return rule._replace(
        statements=tuple(rule.statements),
        options=tuple(_option(list(option)) for option in rule.options),
        examples=tuple(ExampleInfo(*example) for example in rule.examples),
        collectors=tuple(rule.collectors),
        inputs=tuple(rule.inputs),
    )


def _option(values: list[Any]) -> OptionInfo:
    option = OptionInfo(*values)
    default = tuple(option.default) if isinstance(option.default, list) else option.default
    return option._replace(default=default, choices=tuple(option.choices))
