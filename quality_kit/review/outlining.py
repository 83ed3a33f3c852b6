"""Gives both sides of a change the outlines of the changed files: from the check of both trees, else read now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress

from quality_kit.cache import BASE, Cache
from quality_kit.comparison import Compared
from quality_kit.engine.file_facts import facts_of
from quality_kit.finding import Fact, Failure
from quality_kit.outlines.model import COLLECTOR, Outline, from_data
from quality_kit.request import CheckRequest, Wanted
from quality_kit.review.change import Change, Side


def outlines_wanted(change: Change) -> Wanted:
    """What the check of both trees is to read beside."""
    return Wanted(COLLECTOR, frozenset(_head_paths(change)), frozenset(_base_paths(change)))


def with_outlines(
    change: Change, compared: Compared, check: CheckRequest, cache: Cache
) -> tuple[Change, tuple[Failure, ...]]:
    """The change whose sides know the outlines, and what could not do its work meanwhile.

    Changed files that the configuration excludes are no part of the checked trees and are read here.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    with closing(cache.about(BASE)) as base_cache:
        base, failed = _outlined(change.base, _base_paths(change), compared.base_facts, check, base_cache)
    head, failed_too = _outlined(change.head, _head_paths(change), compared.head_facts, check, cache)
    return change._replace(base=base, head=head), (*failed, *failed_too)


def _outlined(
    side: Side, paths: Iterable[str], known: Mapping[str, Sequence[Fact]], check: CheckRequest, cache: Cache
) -> tuple[Side, tuple[Failure, ...]]:
    outlines, failures = _decoded(known), list[Failure]()
    for kept in (cache, Cache(None)):  # what somebody has meddled with is read anew
        missing = {path: side.data(path) for path in paths if path not in outlines}
        wanted = {path: data for path, data in missing.items() if data is not None}
        read = facts_of(wanted, COLLECTOR, check.config, check.catalogue.digest, kept)
        outlines |= _decoded(read.facts)
        failures += read.failures
    return side.with_outlines(outlines), tuple(failures)


def _decoded(facts: Mapping[str, Sequence[Fact]]) -> dict[str, Outline]:
    """An empty outline for a file that does not parse; none where the data is not what was kept."""
    found = {}
    for path, each in facts.items():
        with suppress(TypeError, ValueError, LookupError):
            found[path] = from_data(each[0].data) if each else Outline()
    return found


def _head_paths(change: Change) -> list[str]:
    return [file.path for file in change.python if file.status != "deleted"]


def _base_paths(change: Change) -> list[str]:
    return [file.before for file in change.python if file.before is not None]
