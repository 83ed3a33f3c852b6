"""Keeps packed file results in the cache, and finds those that still hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quality_kit.cache import Cache, Entry, digest
from quality_kit.engine.wire import Packed, unpack
from quality_kit.finding import Failure

#: When fewer than one of so many files is reported on, results are fetched one by one.
_FEW = 4


class Sections(NamedTuple):
    """Where the cache keeps the results of one rule set and configuration."""

    reports: str
    #: By collector key.
    facts: Mapping[str, str]


def sections(settings: str, rules: bytes, collectors: Iterable[str]) -> Sections:
    """The sections for settings (as text) and rules (as digest); facts depend on the rules only."""
    return Sections(
        f"report:{digest(settings.encode('utf-8', 'surrogateescape'), rules).hex()}",
        {key: f"facts:{key}:{rules.hex()}" for key in collectors},
    )


class Results:
    """The packed results of a run: from the cache at first, then of the files that were checked."""

    def __init__(
        self, where: Sections, cache: Cache, digests: Mapping[str, bytes], targets: Sequence[str]
    ) -> None:
        self._where, self._cache, self._digests = where, cache, digests
        few = targets if len(targets) * _FEW < len(digests) else None
        self.reports = cache.current(where.reports, digests, few)
        #: By collector key, then by path; none before ``load_facts``.
        self.facts: dict[str, dict[str, str]] = {}
        #: Whether a later run would find the same: nothing broke off at a limit.
        self.are_lasting = True

    def load_facts(self) -> None:
        """Take the facts of the whole tree from the cache."""
        self.facts = {
            key: self._cache.current(section, self._digests) for key, section in self._where.facts.items()
        }

    def has(self, path: str, reported: bool) -> bool:
        """Whether nothing about the path is missing: its loaded facts, and its report if it is reported on."""
        return (not reported or path in self.reports) and all(path in facts for facts in self.facts.values())

    def failures(self, path: str) -> tuple[Failure, ...]:
        """What could not do its work on a file that was checked in this run."""
        return unpack(path, self.reports[path]).failures

    def add(self, results: Iterable[Packed]) -> None:
        """Take over fresh results; keep those worth keeping for the next run."""
        fresh: list[Packed] = []
        for packed in results:
            self.reports[packed.path] = packed.report
            for key, facts in self.facts.items():
                facts[packed.path] = packed.facts.get(key, "[]")
            if packed.is_lasting:
                fresh.append(packed)
            else:
                self.are_lasting = False
        self._store(fresh)

    def forget_gone_files(self) -> None:
        """Drop what the cache knows about files that the tree no longer has."""
        gone = [path for path in self._cache.keys(self._where.reports) if path not in self._digests]
        for section in (self._where.reports, *self._where.facts.values()):
            self._cache.discard(section, gone)

    def _store(self, fresh: list[Packed]) -> None:
        self._cache.store(
            self._where.reports,
            {packed.path: Entry(self._digests[packed.path], packed.report) for packed in fresh},
        )
        for key in self.facts:
            section = self._where.facts[key]
            entries = {
                packed.path: Entry(self._digests[packed.path], packed.facts.get(key, "[]"))
                for packed in fresh
            }
            self._cache.store(section, entries)
