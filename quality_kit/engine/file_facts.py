"""Facts of single files that no tree has that is checked: of those that the configuration excludes, say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from quality_kit.cache import Cache, Entry, digest
from quality_kit.config import Config
from quality_kit.config.selection import Selection
from quality_kit.engine.results import facts_section
from quality_kit.engine.task import Task
from quality_kit.engine.wire import DamagedError, Packed, unpack, unpack_facts
from quality_kit.finding import Fact, Failure
from quality_kit.request import Wanted


class FileFacts(NamedTuple):
    """What was read, by path, and what could not do its work."""

    facts: Mapping[str, list[Fact]]
    failures: tuple[Failure, ...]


def facts_of(
    files: Mapping[str, bytes], collector: str, config: Config, rules: bytes, cache: Cache
) -> FileFacts:
    """The facts that a collector reads from some files; none for one that does not parse.

    Args:
        files: Their contents by path.
        collector: Its key, by which it is imported.
        config: What a run on the files would have; its rules stay out of this.
        rules: The digest of the rules.
        cache: Keeps the facts by content.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    try:
        return _facts_of(files, collector, config, rules, cache)
    except DamagedError:  # somebody meddled with the cache
        cache.throw_away()
        return _facts_of(files, collector, config, rules, cache)


def _facts_of(
    files: Mapping[str, bytes], collector: str, config: Config, rules: bytes, cache: Cache
) -> FileFacts:
    section = facts_section(collector, rules)
    digests = {path: digest(data) for path, data in files.items()}
    texts = cache.current(section, digests, digests.keys())
    read = list(_read({path: data for path, data in files.items() if path not in texts}, collector, config))
    fresh = {packed.path: packed.facts.get(collector, "[]") for packed in read}
    lasting = {packed.path for packed in read if packed.is_lasting}
    cache.store(section, {path: Entry(digests[path], fresh[path]) for path in lasting})
    failures = [failure for packed in read for failure in unpack(packed.path, packed.report).failures]
    facts = {path: unpack_facts(text) for path, text in {**texts, **fresh}.items()}
    return FileFacts(facts, tuple(failures))


def _read(files: Mapping[str, bytes], collector: str, config: Config) -> Iterator[Packed]:
    if files:
        from quality_kit.engine.pool import check_files  # brings LibCST

        no_rules = Config(Selection(select=()), packs=config.packs)
        task = Task(no_rules, frozenset(), frozenset(), Wanted(collector, frozenset(files)))
        yield from check_files(files, task, config.jobs)
