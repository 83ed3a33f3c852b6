"""Reads what a run is about, and gives findings the keys that come from what was read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import groupby
from typing import NamedTuple

from quality_kit.cache import Cache
from quality_kit.config.globs import matches
from quality_kit.contents import FileContents, look_at
from quality_kit.engine.project_rules import active_rules, is_on_somewhere
from quality_kit.files import leads_out
from quality_kit.finding import FILE_START, OWN_SOURCE, Finding, Location, by_place
from quality_kit.fingerprint import with_keys
from quality_kit.own_findings import OWN_FINDINGS, UNCHECKED_FILE
from quality_kit.request import CheckRequest
from quality_kit.source import SourceFile


class Contents(NamedTuple):
    """What was read before anything is checked."""

    python: FileContents
    digests: Mapping[str, bytes]
    inputs: Mapping[str, bytes]
    #: Findings about files that could not be read.
    unreadable: tuple[Finding, ...]
    #: What rules would read but for its being a link that leads out of the repository.
    foreign: tuple[str, ...] = ()

    def source(self, path: str) -> SourceFile:
        """One file as text; an empty one where it cannot be read."""
        return SourceFile(path, self.python.get(path) or self.inputs.get(path, b""))


def read(request: CheckRequest, cache: Cache) -> Contents:
    """The files of the tree and those that its project rules declare; the cache spares reading many."""
    project = request.project
    rules = (
        rule for rule in request.catalogue.rules if rule.inputs and is_on_somewhere(rule, request.config)
    )
    declared = tuple(glob for rule in rules for glob in rule.inputs)
    wanted = [path for path in request.others if matches(declared, path)] if request.project_rules else []
    foreign = [path for path in wanted if project.snapshot is None and leads_out(project.root, path)]
    ours = [path for path in wanted if path not in foreign]
    with closing(look_at(project, ours, Cache(None))) as inputs:
        others = dict(inputs)
    python = look_at(project, project.files, cache)
    closed = {path: python.closed[path] for path in project.targets if path in python.closed}
    unreadable = (_unreadable(path, reason) for path, reason in (inputs.closed | closed).items())
    return Contents(python, python.digests, others, tuple(unreadable), tuple(sorted(foreign)))


def others_for_rules(request: CheckRequest) -> tuple[str, ...]:
    """The files that are not Python, sorted, if an active rule asks which there are.

    Git lists those too that were deleted from the work tree.
    """
    rules = active_rules(request.catalogue, request.config) if request.project_rules else []
    if not any(rule.sees_others for rule in rules):
        return ()
    project = request.project
    is_there = os.path.lexists if project.snapshot is None else bool
    return tuple(path for path in sorted(request.others) if is_there(project.absolute(path)))


def _unreadable(path: str, reason: str) -> Finding:
    info = next(rule for rule in OWN_FINDINGS if rule.code == UNCHECKED_FILE)
    message = info.message.format(reason=f"cannot be read: {reason}")
    return Finding(Location.at(path, FILE_START), info.code, info.name, message, info.severity, (OWN_SOURCE,))


def with_all_keys(findings: Iterable[Finding], contents: Contents) -> list[Finding]:
    """Findings of the linters get their key here; rules' findings bring theirs."""
    findings = list(findings)
    result = [finding for finding in findings if finding.key]
    missing = sorted((finding for finding in findings if not finding.key), key=by_place)
    for path, group in groupby(missing, key=lambda finding: finding.location.path):
        data = contents.python.get(path)
        result += with_keys(group, SourceFile(path, data) if data is not None else None)
    return result
