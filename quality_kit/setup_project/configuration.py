"""``[tool.quality-kit]`` in pyproject.toml, or a file ``quality-kit.toml`` where there is no pyproject.toml."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from quality_kit.setup_project.layout import Options
from quality_kit.setup_project.text import with_block

_PREFIX = "tool.quality-kit"


class Wanted(NamedTuple):
    """The settings of a new project."""

    #: The linters in use.
    linters: tuple[str, ...]
    #: All that could be used.
    available: tuple[str, ...]
    exclude: tuple[str, ...]
    options: Options
    #: The guide whose layout the repository has, if one fits.
    guide: str | None = None


def with_table(text: str, wanted: Wanted) -> str:
    """pyproject.toml with our table at its end; as it is where it has one, whatever that says.

    Raises:
        ValueError: It is no TOML, or its ``tool`` is an inline table.
    """
    before = tomllib.loads(text)
    if "quality-kit" in before.get("tool", {}):
        return text
    lines = [f"[{_PREFIX}]", *_settings(wanted), *_rule_tables(wanted, f"{_PREFIX}.")]
    after = with_block(text, "\n".join([*lines, ""]))
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError as error:
        reason = f"no table can be added to it ({error}); add [{_PREFIX}] by hand and run init again"
        raise ValueError(reason) from error
    return after


def own_file(wanted: Wanted) -> str:
    """The content of ``quality-kit.toml``."""
    return "\n".join([*_settings(wanted), *_rule_tables(wanted, ""), ""])


def _settings(wanted: Wanted) -> Iterator[str]:
    if wanted.guide is not None:
        yield f"guide = {json.dumps(wanted.guide)}"
    others = [name for name in wanted.available if name not in wanted.linters]
    if others:
        yield f"# In use here already; it can also run {', '.join(others)}."
    yield f"linters = {_list(wanted.linters)}"
    if wanted.exclude:
        yield f"exclude = {_list(wanted.exclude)}"


def _rule_tables(wanted: Wanted, prefix: str) -> Iterator[str]:
    for code, values in wanted.options.items():
        yield from ("", f"[{prefix}rules.{code}]")
        yield from (f"{name} = {_list(value)}" for name, value in values.items())


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
