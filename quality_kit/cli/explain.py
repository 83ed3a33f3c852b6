"""``quality-kit explain``: one rule in full."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from quality_kit.catalogue import Catalogue, ExampleInfo, OptionInfo, RuleInfo
from quality_kit.config import Known, is_known_selector
from quality_kit.config.problems import nearest
from quality_kit.config.selection import tool_of
from quality_kit.files import UsageError
from quality_kit.hall.talk import explained_errors, tell
from quality_kit.linters import available
from quality_kit.own_findings import UNCHECKED_FILE
from quality_kit.prepare import Wishes, survey

_INDENT = "    "
_WIDTH = 100


def explain(
    code: Annotated[str, typer.Argument(help="The code or the name of a rule.", metavar="CODE")],
) -> None:
    """Say what a rule finds and why."""
    with explained_errors():
        rule = _find(code, survey(Wishes()).catalogue)
        tell("".join(f"{line}\n" for line in _page(rule)))


def _find(wanted: str, catalogue: Catalogue) -> RuleInfo:
    for rule in catalogue.rules:
        if wanted.upper() == rule.code.upper() or wanted.lower() == rule.name:
            return rule
    tool = tool_of(wanted, catalogue.codes)
    if tool in available() and is_known_selector(wanted, Known(catalogue, available())):
        raise UsageError(f"{wanted!r} is no rule of ours; see the documentation of {tool}")
    names = [name for rule in catalogue.rules for name in (rule.code, rule.name)]
    raise UsageError(f"there is no rule {wanted!r}{nearest(wanted, names)}; see quality-kit rules")


def _page(rule: RuleInfo) -> Iterator[str]:
    state = "on by default" if rule.default else "off by default"
    yield f"{rule.code} {rule.name} ({rule.severity}, {state}{', fixable' if rule.fixable else ''})"
    yield from ("", rule.summary)
    if rule.explanation:
        yield from ("", rule.explanation)
    if rule.statements:
        yield from ("", f"Guide statements: {', '.join(rule.statements)}")
    for example in rule.examples:
        yield from _example(example)
    if rule.options:
        yield from ("", f"Options ([tool.quality-kit.rules.{rule.code}]):")
        for option in rule.options:
            yield from _option(option)
    yield from ("", "To suppress:")
    yield from (f"{_INDENT}{line}" for line in _suppression(rule))


def _example(example: ExampleInfo) -> Iterator[str]:
    kind = "Found" if example.kind == "bad" else "Left alone"
    yield from ("", f"{kind} in {example.path}{': ' + example.why if example.why else ''}")
    for name, value in example.options.items():
        yield f"{_INDENT}(with {name} = {_written(value)})"
    yield textwrap.indent(_readable(example.code), _INDENT).rstrip()
    for path, text in example.beside.items():
        yield from (f"  beside it, {path}:", textwrap.indent(_readable(text), _INDENT).rstrip())


def _readable(code: str) -> str:
    return code.strip("\n").replace("# finding: ", "# <-- ")


def _option(option: OptionInfo) -> Iterator[str]:
    kind = " | ".join(option.choices) if option.choices else option.type
    yield from _filled(f"{option.name} ({kind}): {option.help}", _INDENT)
    yield from _filled(f"default: {_written(option.default)}", _INDENT * 2)


def _filled(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + _INDENT)


def _written(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_written(name)} = {_written(item)}" for name, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return json.dumps(value, ensure_ascii=False)


def _suppression(rule: RuleInfo) -> Iterator[str]:
    if rule.kind == "own" and rule.code != UNCHECKED_FILE:
        yield "it cannot be suppressed; mend what it names, or exclude the file"
        return
    if rule.code != UNCHECKED_FILE:
        yield f"# quality-kit: ignore[{rule.code}] -- why this is right here"
    yield f"# quality-kit: ignore-file[{rule.code}] -- why, for the whole file"
    if rule.code != UNCHECKED_FILE:
        yield from ("[[tool.quality-kit.overrides]]", 'paths = ["..."]', f'ignore = ["{rule.code}"]')
