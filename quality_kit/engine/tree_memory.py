"""What the project rules concluded from a whole tree, kept until anything in the tree changes.

``project_rules`` knows from the facts which conclusions still hold; but facts are of all files, and to
compare them takes longer than all else in a run about one file. So a digest of the tree is asked first.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from quality_kit.cache import Cache, Entry, digest
from quality_kit.config import Config
from quality_kit.engine.project_rules import Concluded
from quality_kit.engine.wire import pack_findings, unpack_findings


class Tree(NamedTuple):
    """All that conclusions can depend on."""

    #: Of each Python file by path, sorted.
    digests: Mapping[str, bytes]
    #: The content of other files by path.
    inputs: Mapping[str, bytes]
    config: Config
    #: The digest of the rules.
    rules: bytes
    #: The paths of files that are not Python, when a rule asks for them.
    others: tuple[str, ...] = ()


def remembered(tree: Tree, cache: Cache, reported: Collection[str]) -> list[Concluded] | None:
    """The conclusions about the reported paths; None if this tree is not the one of the last run."""
    entry = cache.fetch_one(_section(tree), _key(tree))
    if entry is None or entry.digest != _digest(tree):
        return None
    try:
        return [
            Concluded(
                unpack_findings([row for row in rows if row[0] in reported]),
                (),
                tuple((str(name), int(count)) for name, count in statistics),
            )
            for rows, statistics in json.loads(entry.payload)
        ]
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
    ):  # a damaged entry is no entry
        return None


def remember(tree: Tree, concluded: Sequence[Concluded], cache: Cache) -> None:
    """Keep the conclusions, unless one could not be drawn."""
    if not any(conclusion.failures for conclusion in concluded):
        rows = [[pack_findings(conclusion.findings), conclusion.statistics] for conclusion in concluded]
        cache.store(_section(tree), {_key(tree): Entry(_digest(tree), json.dumps(rows))})


def _section(tree: Tree) -> str:
    return f"trees:{tree.rules.hex()}"


def _key(tree: Tree) -> str:
    """Runs with different settings keep their trees side by side."""
    return digest(repr(tree.config.for_rules()).encode("utf-8", "surrogateescape")).hex()


def _digest(tree: Tree) -> bytes:
    return digest(
        repr((dict(tree.digests), dict(tree.inputs), tree.others)).encode("utf-8", "surrogateescape")
    )
