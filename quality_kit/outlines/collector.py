"""Reads the outline of a file that is parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import libcst as cst

from quality_kit.frameworks.routes import Route, routes
from quality_kit.outlines.any_types import any_types
from quality_kit.outlines.data_to_judge import models_to_judge, queries_to_judge
from quality_kit.outlines.endpoints import endpoints
from quality_kit.outlines.imports import imports
from quality_kit.outlines.loops_to_judge import loops_to_judge
from quality_kit.outlines.model import Endpoint, Outline
from quality_kit.outlines.note import Noted, with_lines
from quality_kit.outlines.publics import publics
from quality_kit.outlines.routes_to_judge import routes_to_judge
from quality_kit.outlines.settings import settings
from quality_kit.outlines.tests import tests
from quality_kit.outlines.words_to_judge import (
    configuration_to_judge,
    names_to_judge,
    replacements_to_judge,
)
from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile

_LOOKS: tuple[Callable[[ParsedFile], Iterator[Noted]], ...] = (
    *(loops_to_judge, models_to_judge, queries_to_judge, names_to_judge),
    *(configuration_to_judge, replacements_to_judge),
)


class Outlines(Collector):
    """One fact a file: its ``Outline``."""

    def visit_Module(self, node: cst.Module) -> None:
        """Read it."""
        known = routes(self.file) if b"@" in self.file.source.data else []
        served = tuple(endpoints(self.file, known))
        outline = Outline(
            served,
            tuple(publics(self.file, known)),
            tuple(settings(self.file)),
            tuple(any_types(self.file)),
            tuple(tests(self.file)),
            tuple(with_lines(self.file, self._to_judge(known, served))),
            tuple(imports(self.file)),
        )
        self.fact(outline)

    def _to_judge(self, known: Sequence[Route], served: Sequence[Endpoint]) -> Iterator[Noted]:
        yield from routes_to_judge(self.file, known, served)
        for look in _LOOKS:
            yield from look(self.file)
