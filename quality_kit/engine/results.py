"""Keeps packed file results in the cache, and finds those that still hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quality_kit.cache import Cache, Entry, digest
from quality_kit.engine.wire import Packed, unpack, unpack_facts
from quality_kit.finding import Fact, Failure
from quality_kit.request import Wanted

#: When fewer than one of so many files is reported on, results are fetched one by one.
_FEW = 4


class Sections(NamedTuple):
    """Where the cache keeps the results of one rule set and configuration."""

    reports: str
    #: By collector key.
    facts: Mapping[str, str]
    #: Of what is wanted beside, by nobody but the caller; empty where nothing is.
    wanted: str = ""


def sections(
    settings: str, rules: bytes, collectors: Iterable[str], wanted: Wanted | None = None
) -> Sections:
    """The sections for settings (as text) and rules (as digest); facts depend on the rules only."""
    return Sections(
        f"report:{digest(settings.encode('utf-8', 'surrogateescape'), rules).hex()}",
        {key: facts_section(key, rules) for key in collectors},
        facts_section(wanted.collector, rules) if wanted is not None else "",
    )


def facts_section(collector: str, rules: bytes) -> str:
    """Where the facts of a collector are kept, under the digest of the rules."""
    return f"facts:{collector}:{rules.hex()}"


class Results:
    """The packed results of a run: from the cache at first, then of the files that were checked."""

    def __init__(
        self,
        where: Sections,
        cache: Cache,
        digests: Mapping[str, bytes],
        targets: Sequence[str],
        wanted: Wanted | None = None,
    ) -> None:
        self._where, self._cache, self._digests = where, cache, digests
        few = targets if len(targets) * _FEW < len(digests) else None
        self.reports = cache.current(where.reports, digests, few)
        #: By collector key, then by path; none before ``load_facts``.
        self.facts: dict[str, dict[str, str]] = {}
        self._wanted = wanted
        self._wanted_paths = wanted.paths.intersection(digests) if wanted is not None else frozenset()
        self._wanted_facts = cache.current(where.wanted, digests, self._wanted_paths) if wanted else {}
        #: Whether a later run would find the same: nothing broke off at a limit.
        self.are_lasting = True

    def load_facts(self) -> None:
        """Take the facts of the whole tree from the cache."""
        self.facts = {
            key: self._cache.current(section, self._digests) for key, section in self._where.facts.items()
        }

    def has(self, path: str, reported: bool) -> bool:
        """Whether nothing about the path is missing: its loaded facts, and its report if it is reported on."""
        if path in self._wanted_paths and path not in self._wanted_facts:
            return False
        return (not reported or path in self.reports) and all(path in facts for facts in self.facts.values())

    def wanted_facts(self) -> dict[str, list[Fact]]:
        """What the caller wants beside, by path.

        Raises:
            DamagedError: A stored text is damaged.
        """
        return {path: unpack_facts(text) for path, text in self._wanted_facts.items()}

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
            if self._wanted is not None and packed.path in self._wanted_paths:
                self._wanted_facts[packed.path] = packed.facts.get(self._wanted.collector, "[]")
            if packed.is_lasting:
                fresh.append(packed)
            else:
                self.are_lasting = False
        self._store(fresh)

    def forget_gone_files(self) -> None:
        """Drop what the cache knows about files that the tree no longer has."""
        gone = [path for path in self._cache.keys(self._where.reports) if path not in self._digests]
        wanted = (self._where.wanted,) if self._where.wanted else ()
        for section in (self._where.reports, *self._where.facts.values(), *wanted):
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
        self._cache.store(
            self._where.wanted,
            {
                packed.path: Entry(self._digests[packed.path], self._wanted_facts[packed.path])
                for packed in fresh
                if packed.path in self._wanted_facts
            },
        )
