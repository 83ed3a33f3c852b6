"""Reads the outline of a file that is parsed."""

from __future__ import annotations

import libcst as cst

from quality_kit.frameworks.routes import routes
from quality_kit.outlines.any_types import any_types
from quality_kit.outlines.endpoints import endpoints
from quality_kit.outlines.imports import imports
from quality_kit.outlines.model import Outline
from quality_kit.outlines.publics import publics
from quality_kit.outlines.retry_loops import retry_loops
from quality_kit.outlines.settings import settings
from quality_kit.outlines.tests import tests
from quality_kit.rule import Collector


class Outlines(Collector):
    """One fact a file: its ``Outline``."""

    def visit_Module(self, node: cst.Module) -> None:
        """Read it."""
        known = routes(self.file) if b"@" in self.file.source.data else []
        outline = Outline(
            tuple(endpoints(self.file, known)),
            tuple(publics(self.file, known)),
            tuple(settings(self.file)),
            tuple(any_types(self.file)),
            tuple(tests(self.file)),
            tuple(retry_loops(self.file)),
            tuple(imports(self.file)),
        )
        self.fact(outline)
