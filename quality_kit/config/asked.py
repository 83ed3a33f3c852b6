"""The command line laid over the files: which codes are on, and which linters have to run for them."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.config.model import Config
from quality_kit.config.problems import Problems
from quality_kit.config.selection import Selection, tool_of
from quality_kit.config.selectors import Known, check_ignored, check_selector


class Asked(NamedTuple):
    """What a caller says about codes and linters; None leaves it to the files."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: () for no linters at all.
    linters: tuple[str, ...] | None = None


def check_asked(asked: Asked, known: Known, problems: Problems) -> None:
    """Note what names nothing that exists."""
    for selector in asked.select or ():
        check_selector(selector, "--select", known, problems)
    for selector in asked.extend_select:
        check_selector(selector, "--extend-select", known, problems)
    for selector in asked.ignore:
        check_ignored(selector, "--ignore", known, problems)
    for linter in asked.linters or ():
        if linter not in known.linters:
            problems.unknown("--linters", "linter", linter, known.linters)


def laid_over(config: Config, asked: Asked, codes: tuple[str, ...]) -> Config:
    """The configuration with a caller's wishes; ``codes`` are those of all rules."""
    layer = Selection(asked.select, asked.extend_select, asked.ignore)
    below = config.selection
    if asked.linters is not None:  # what the files say about them as a whole counts no longer
        below = below.without_ignored(asked.linters)
        whole = asked.linters
    else:
        whole = (config.linters or ()) if asked.select is None else ()
    limit = layer._replace(only_off=True) if layer != Selection() else None
    config = config._replace(selection=below.overridden(layer), limit=limit)
    return config.with_whole(whole, codes)


def linters_to_start(
    config: Config, asked: Asked, available: tuple[str, ...], codes: tuple[str, ...]
) -> tuple[str, ...]:
    """Those that are asked for and of which some finding can be on, when the wishes are laid over."""
    if asked.linters is not None:
        return tuple(name for name in available if name in asked.linters)
    named = available if config.linters is None or asked.select is not None else config.linters
    return tuple(
        name
        for name in available
        if (name in named or _speaks_of(asked.extend_select, name, codes))
        and any(_lets_speak(selection, name, codes) for selection in config.selections())
    )


def _lets_speak(selection: Selection, linter: str, codes: tuple[str, ...]) -> bool:
    """Whether something that the linter may report is on: one of its codes, or it as such."""
    for layer in selection.layers():
        selectors = (*(layer.select or ()), *layer.extend_select)
        if _speaks_of(tuple(selector for selector in selectors if selector != linter), linter, codes):
            return True
        if layer.select is not None:
            break
    return selection.has(linter, linter, default=True)


def _speaks_of(selectors: tuple[str, ...], linter: str, codes: tuple[str, ...]) -> bool:
    return any(tool_of(selector, codes) == linter for selector in selectors)
