"""The modules that a file imports."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, import_origin


def imports(file: ParsedFile) -> list[str]:
    """As written, with the dots of relative imports; sorted."""
    plain = {dotted(alias.name) or "" for node in file.tree.of(cst.Import) for alias in node.names}
    return sorted({*plain, *map(import_origin, file.tree.of(cst.ImportFrom))})
