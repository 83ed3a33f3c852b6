"""New imports against the direction of the layers."""

from __future__ import annotations

from collections.abc import Iterator

from quality_kit.review.diff import FileChange
from quality_kit.review.evidence import Evidence
from quality_kit.review.layers import is_upwards, layer_of

_FOUNDATIONS = frozenset(("db", "database", "base", "base_class"))


def crossings(evidence: Evidence, file: FileChange) -> Iterator[str]:
    """``imports upwards: app.routes.users (route) from a service``, for imports that the base does not have."""
    own = layer_of(file.path, evidence.config)
    if not file.is_python or file.status == "deleted":
        return
    known = evidence.change.base.outline(file.before).imports
    for module in evidence.change.head.outline(file.path).imports:
        layer = layer_of(f"{module.lstrip('.').replace('.', '/')}.py", evidence.config)
        if module not in known and is_upwards(own, layer) and not (own == "model" and _is_foundation(module)):
            yield f"imports upwards: {module} ({layer}) from a {own}"


def _is_foundation(module: str) -> bool:
    """Where every model gets its base class and its types of columns from."""
    return module.rpartition(".")[2] in _FOUNDATIONS
