"""Which codes are switched on.

A selector is ``ALL``, the code of a rule or the beginning of one (``QK2``), a linter (``mypy``), a
linter's code (``mypy:arg-type``) or a flake8 code or its beginning (``F4``). The longest selector
that fits a code decides; between a select and an ignore of the same length the ignore wins.

Selections lie in layers, from below: the files that are extended, the project's own file, the
command line, the overrides for a path. The topmost layer that speaks of a code decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

#: Findings that the tool makes itself cannot be switched off.
OWN_PREFIX = "QK0"
EVERYTHING = "ALL"
FLAKE8 = "flake8"

#: How exactly a selector means a code: not at all, like everything else, by its linter, by its letters.
NOT_MEANT = -1
_AS_ALL = 0
_AS_LINTER = 1


class Selection(NamedTuple):
    """One layer, and what lies under it."""

    #: What is on, and nothing else; None leaves that to the layer below, and in the end to the defaults.
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: Linters that were asked for as such: ``select`` speaks of the others.
    whole: tuple[str, ...] = ()
    #: Whether the layer can only switch off.
    only_off: bool = False
    under: Selection | None = None

    def overridden(self, other: Selection) -> Selection:
        """Another layer laid over this one."""
        return other._replace(under=self)

    def layers(self) -> Iterator[Selection]:
        """From the topmost down."""
        layer: Selection | None = self
        while layer is not None:
            yield layer
            layer = layer.under

    def with_whole(self, linters: tuple[str, ...], rule_codes: tuple[str, ...]) -> Selection:
        """All layers with the linters that run as a whole: those of which a layer's select names no codes."""
        picked = {tool_of(selector, rule_codes) for selector in self.select or ()}
        under = self.under.with_whole(linters, rule_codes) if self.under is not None else None
        return self._replace(whole=tuple(name for name in linters if name not in picked), under=under)

    def without_ignored(self, selectors: tuple[str, ...]) -> Selection:
        """All layers without ignoring just these selectors."""
        under = self.under.without_ignored(selectors) if self.under is not None else None
        left = tuple(selector for selector in self.ignore if selector not in selectors)
        return self._replace(ignore=left, under=under)

    def has(self, code: str, tool: str | None, default: bool) -> bool:
        """Whether a code is on.

        Args:
            code: The code of a rule or of a linter's finding.
            tool: The linter that reports it, None for a rule.
            default: Whether it is on when no layer speaks of it.
        """
        return code.startswith(OWN_PREFIX) or _has(self, code, tool, default)

    def ignores(self, code: str, tool: str | None) -> bool:
        """Whether a code is off because an ignore means it or its beginning, not its linter as a whole."""
        for layer in self.layers():
            said = _says(layer, code, tool)
            if said is not None and not (said and layer.only_off):
                return not said and _strongest(layer.ignore, code, tool) > _AS_LINTER
        return False


@lru_cache(maxsize=None)
def _has(selection: Selection, code: str, tool: str | None, default: bool) -> bool:
    for layer in selection.layers():
        said = _says(layer, code, tool)
        if said is not None and not (said and layer.only_off):
            return said
    return default


def _says(layer: Selection, code: str, tool: str | None) -> bool | None:
    """Whether the layer switches the code on or off; None when it does not speak of it."""
    selected = _strongest((*(layer.select or ()), *layer.extend_select), code, tool)
    ignored = _strongest(layer.ignore, code, tool)
    if selected != NOT_MEANT or ignored != NOT_MEANT:
        return selected > ignored
    return None if layer.select is None or tool in layer.whole else False


def _strongest(selectors: tuple[str, ...], code: str, tool: str | None) -> int:
    return max((strength(selector, code, tool) for selector in selectors), default=NOT_MEANT)


def strength(selector: str, code: str, tool: str | None) -> int:
    """How exactly a selector means a code of a linter, or of a rule (None): the more, the greater."""
    if selector == EVERYTHING:
        return _AS_ALL
    if selector == tool:
        return _AS_LINTER
    fits = code.startswith(selector) if tool in (None, FLAKE8) else code == selector
    return _AS_LINTER + len(selector) if fits else NOT_MEANT


def tool_of(selector: str, rule_codes: tuple[str, ...]) -> str | None:
    """The linter that a selector asks for, ``ALL`` for everything, None for rules."""
    if selector == EVERYTHING:
        return EVERYTHING
    tool, colon, _ = selector.partition(":")
    if colon or tool.islower():
        return tool
    return None if any(code.startswith(selector) for code in rule_codes) else FLAKE8
