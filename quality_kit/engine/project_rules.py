"""Runs the project rules, or takes their conclusions from the cache.

A conclusion is kept under the digest of all it depends on: the facts of its collectors, its declared
inputs, the names of the files (of those that are not Python if it asks for them), the configuration and the
rules. An edit of any of these, and of
nothing else, runs the rule again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from quality_kit.cache import Cache, Entry, digest
from quality_kit.catalogue import Catalogue, RuleInfo
from quality_kit.config import Config
from quality_kit.config.globs import matches
from quality_kit.engine.wire import pack_findings, unpack_facts, unpack_findings
from quality_kit.finding import Failure, Finding
from quality_kit.fingerprint import key_of_file, with_keys
from quality_kit.modules import Modules
from quality_kit.source import SourceFile

FindingsByPath = Mapping[str, list[Finding]]


class Concluded(NamedTuple):
    """What one project rule says of the tree."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    statistics: tuple[tuple[str, int], ...]


class ProjectWork(NamedTuple):
    """What the project rules conclude from."""

    #: All Python files of the tree by path, sorted.
    contents: Mapping[str, bytes]
    #: Of each path in ``contents``.
    digests: Mapping[str, bytes]
    #: The content of other files by path.
    inputs: Mapping[str, bytes]
    config: Config
    catalogue: Catalogue
    #: Texts of facts by collector key, then by path.
    facts: Mapping[str, Mapping[str, str]]
    #: The paths of all files that are not Python.
    others: tuple[str, ...] = ()


def active_rules(catalogue: Catalogue, config: Config) -> list[RuleInfo]:
    """The project rules that are on."""
    return [rule for rule in catalogue.rules if rule.kind == "project" and is_on_somewhere(rule, config)]


def is_on_somewhere(rule: RuleInfo, config: Config) -> bool:
    """Whether a rule is on for at least some path."""
    return any(selection.has(rule.code, None, rule.default) for selection in config.selections())


def run_project_rules(work: ProjectWork, cache: Cache) -> list[Concluded]:
    """The conclusions of all active project rules."""
    rules = active_rules(work.catalogue, work.config)
    keys = {rule.code: _digest(rule, work) for rule in rules}
    stored = {rule.code: cache.fetch_one(_section(work), _key(rule, work)) for rule in rules}
    concluded = []
    missing = []
    for rule in rules:
        entry = stored[rule.code]
        known = (
            _unpack(entry.payload, work) if entry is not None and entry.digest == keys[rule.code] else None
        )
        concluded.append(known) if known is not None else missing.append(rule)
    earlier = {rule.code: _unchanged(entry, work) for rule in missing if (entry := stored[rule.code])}
    for rule, conclusion in _run(missing, work, earlier):
        concluded.append(conclusion)
        if not conclusion.failures:
            cache.store(_section(work), {_key(rule, work): Entry(keys[rule.code], _pack(conclusion, work))})
    return [conclusion for conclusion in concluded if conclusion is not None]


def _section(work: ProjectWork) -> str:
    """Another version of the tool makes other keys: nothing of an older one is taken over."""
    return f"conclusions:{work.catalogue.digest.hex()}"


def _key(rule: RuleInfo, work: ProjectWork) -> str:
    """Runs with different settings keep their conclusions side by side."""
    return f"{rule.code}:{digest(repr(work.config.for_rules()).encode('utf-8', 'surrogateescape')).hex()}"


def _digest(rule: RuleInfo, work: ProjectWork) -> bytes:
    parts = [work.catalogue.digest, *map(os.fsencode, work.contents)]
    for path, data in sorted(_inputs(rule, work).items()):
        parts += [os.fsencode(path), data]
    if rule.sees_others:
        parts += [b"others", *map(os.fsencode, work.others)]
    for key in rule.collectors:
        facts = work.facts[key]
        # JSON has no NUL: as clear as one part a file, and a tenth of the time
        parts.append("\0".join([facts.get(path, "") for path in work.contents]).encode())
    return digest(*parts)


def _inputs(rule: RuleInfo, work: ProjectWork) -> dict[str, bytes]:
    return {path: data for path, data in work.inputs.items() if matches(rule.inputs, path)}


def _run(
    rules: list[RuleInfo], work: ProjectWork, earlier: Mapping[str, FindingsByPath]
) -> Iterator[tuple[RuleInfo, Concluded]]:
    if not rules:
        return
    # Brings LibCST: only when a rule must run.
    from quality_kit.engine.conclude import conclude
    from quality_kit.engine.ruleset import build

    ruleset = build(work.config, frozenset(rule.module for rule in rules))
    loaded = {entry.info.code: entry for entry in ruleset.loaded}
    facts = {
        key: {path: unpack_facts(text) for path, text in work.facts[key].items() if text != "[]"}
        for key in dict.fromkeys(key for rule in rules for key in rule.collectors)
    }
    modules = Modules(tuple(work.contents), work.config.source_roots)
    for rule in rules:
        inputs = {path: data.decode("utf-8", "replace") for path, data in _inputs(rule, work).items()}
        others = work.others if rule.sees_others else ()
        conclusion = conclude(loaded[rule.code], ruleset, facts, inputs, modules, others)
        keyed = _with_keys(conclusion.findings, work, earlier.get(rule.code, {}))
        yield rule, Concluded(keyed, *conclusion[1:])


def _with_keys(
    findings: Iterable[Finding], work: ProjectWork, earlier: FindingsByPath = {}
) -> tuple[Finding, ...]:
    """A key depends on the text around a finding, which may change while the facts do not.

    Where an earlier conclusion says the same of a file that has not changed since, it has the keys.
    """
    result: list[Finding] = []
    for path, found in groupby(findings, key=lambda finding: finding.location.path):
        group, before = list(found), earlier.get(path, ())
        if [_anew(finding) for finding in group] == [_anew(finding) for finding in before]:
            result += before
            continue
        data = work.contents.get(path, work.inputs.get(path))
        result += with_keys(group, SourceFile(path, data) if data is not None else None)
    return tuple(result)


def _anew(finding: Finding) -> Finding:
    """Without what came from the text around it."""
    is_about_text = not finding.is_placeless and finding.key != key_of_file(finding.code)
    return finding._replace(scope="", key="") if is_about_text else finding


def _unchanged(entry: Entry, work: ProjectWork) -> FindingsByPath:
    """The findings of an earlier conclusion in files that have the same content now."""
    try:
        rows, _, digests = json.loads(entry.payload)
        same = {path for path, known in digests.items() if work.digests[path].hex() == known}
        findings = unpack_findings([row for row in rows if row[0] in same])
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return {}
    return {path: list(found) for path, found in groupby(findings, key=lambda finding: finding.location.path)}


def _pack(conclusion: Concluded, work: ProjectWork) -> str:
    paths = {finding.location.path for finding in conclusion.findings}
    digests = {path: work.digests[path].hex() for path in sorted(paths) if path in work.digests}
    return json.dumps([pack_findings(conclusion.findings), conclusion.statistics, digests])


def _unpack(payload: str, work: ProjectWork) -> Concluded | None:
    try:
        rows, statistics, digests = json.loads(payload)
        findings = unpack_findings(rows)
        counts = tuple((str(name), int(count)) for name, count in statistics)
        edited = {path for path, known in digests.items() if work.digests[path].hex() != known}
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    if edited:
        findings = _with_keys((_anew(one) if one.location.path in edited else one for one in findings), work)
    return Concluded(findings, (), counts)
