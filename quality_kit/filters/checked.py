"""What a run has completely checked: without that, a finding that is gone and one nobody looked for are alike."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from quality_kit.catalogue import Catalogue, RuleInfo
from quality_kit.config import Config
from quality_kit.config.selection import FLAKE8
from quality_kit.finding import OWN_SOURCE, Failure, Finding, NotChecked
from quality_kit.own_findings import UNCHECKED_FILE, UNPARSABLE_FILE
from quality_kit.project import Project

#: What flake8 and its plugins may call their codes.
_FLAKE8_CODE = re.compile(r"(?!QK)([A-Z]{1,3})[0-9]{0,4}\Z")
#: The beginnings of those that flake8 has without plugins.
_WITHOUT_PLUGINS = re.compile(r"E[1-79]|W[1-6]|F[4-9]|C9")

_NOWHERE: frozenset[str | None] = frozenset()


class Checked(NamedTuple):
    """Which rules and linters looked at which paths."""

    root: Path
    #: All files of the tree, and those that this run was about.
    files: frozenset[str]
    targets: frozenset[str]
    #: Files that are no Python, which the project rules have read.
    inputs: frozenset[str]
    config: Config
    #: By code; without project rules when they did not run.
    rules: Mapping[str, RuleInfo]
    #: Those that were started.
    linters: frozenset[str]
    #: Rules and linters that conclude from several files.
    across: frozenset[str]
    #: By rule, linter or ``OWN_SOURCE``: the paths that it failed on or passed over, None for the whole run.
    troubles: Mapping[str, frozenset[str | None]]
    #: Paths whose text could not be read.
    unread: frozenset[str]
    #: Whether such a path is an open problem, not one that the team has accepted.
    is_patchy: bool
    #: The letters of the codes with which flake8 has spoken.
    flake8_letters: frozenset[str]

    def judges(self, code: str, path: str) -> bool:
        """Whether the rule or linter of that code was on for the path and has completely checked it.

        A path that is gone was checked when the whole tree was. What mypy and vulture conclude from several
        files was checked only when all of them were; a project rule knows the whole tree in any run.
        """
        rule = self.rules.get(code)
        linter = None if rule is not None else _linter_of(code)
        source = code if linter is None else linter
        return (
            self._is_on(code, path, rule, linter)
            and self.troubles.get(source, _NOWHERE).isdisjoint((None, path))
            and self.troubles.get(OWN_SOURCE, _NOWHERE).isdisjoint((None, path))
            and path not in self.unread
            and self._covers(path, rule)
            and (source not in self.across or self._sees_all(rule))
        )

    def _sees_all(self, rule: RuleInfo | None) -> bool:
        return not self.is_patchy and (rule is not None or self._is_whole)

    def judges_everywhere(self, code: str, path: str) -> bool:
        """The same for a finding that may now stand at another path, as those of project rules may."""
        is_bound = code not in self.across or self._is_whole
        return is_bound and self.judges(code, path)

    @property
    def _is_whole(self) -> bool:
        return len(self.targets) == len(self.files)

    def _is_on(self, code: str, path: str, rule: RuleInfo | None, linter: str | None) -> bool:
        if rule is None and (linter not in self.linters or not self._is_there(code, linter)):
            return False
        default = True if rule is None else rule.default
        return self.config.for_path(path).selection.has(code, linter, default)

    def _is_there(self, code: str, linter: str | None) -> bool:
        """Which plugins flake8 has here is not known: one that says nothing at all may be missing."""
        return linter != FLAKE8 or bool(_WITHOUT_PLUGINS.match(code)) or _letters(code) in self.flake8_letters

    def _covers(self, path: str, rule: RuleInfo | None) -> bool:
        is_read = path in self.inputs and rule is not None and rule.kind == "project"
        if path in self.targets or is_read:
            return True
        return self._is_whole and path not in self.files and not os.path.lexists(self.root / path)


def what_was_checked(
    project: Project,
    config: Config,
    catalogue: Catalogue,
    has_project_rules: bool,
    linters: Iterable[str],
    across: Iterable[str],
    findings: Iterable[Finding],
    troubles: Iterable[Failure | NotChecked],
    inputs: Iterable[str] = (),
) -> Checked:
    """Put together what is known when the rules and the linters have run.

    Args:
        project: The files; those that could not be read are no targets.
        config: Which codes are on.
        catalogue: All rules.
        has_project_rules: Whether the project rules ran.
        linters: Those that were started.
        across: Those of them that conclude from several files.
        findings: All of them, comments already applied.
        troubles: What failed and what was passed over.
        inputs: The files that are no Python and that the project rules have read.
    """
    rules = {rule.code: rule for rule in catalogue.rules if _ran(rule, has_project_rules)}
    concluding = frozenset((*across, *(rule.code for rule in rules.values() if rule.kind == "project")))
    findings = tuple(findings)
    unread = [finding for finding in findings if finding.code in (UNPARSABLE_FILE, UNCHECKED_FILE)]
    return Checked(
        root=project.root,
        files=frozenset(project.files),
        targets=frozenset(project.targets),
        inputs=frozenset(inputs),
        config=config,
        rules=rules,
        linters=frozenset(linters),
        across=concluding,
        troubles=_by_source(troubles, concluding),
        unread=frozenset(finding.location.path for finding in unread),
        is_patchy=any(finding.suppressed_by is None for finding in unread),
        flake8_letters=frozenset(_letters(finding.code) for finding in findings if FLAKE8 in finding.sources),
    )


def _ran(rule: RuleInfo, has_project_rules: bool) -> bool:
    return rule.kind == "file" or (rule.kind == "project" and has_project_rules)


def _by_source(
    troubles: Iterable[Failure | NotChecked], across: frozenset[str]
) -> dict[str, frozenset[str | None]]:
    found: defaultdict[str, set[str | None]] = defaultdict(set)
    for trouble in troubles:
        # What failed on one file may be missing in the conclusion about another.
        is_about_all = isinstance(trouble, Failure) and trouble.source in across
        found[trouble.source].add(None if is_about_all else trouble.path)
    return {source: frozenset(paths) for source, paths in found.items()}


def _linter_of(code: str) -> str | None:
    """The linter that has the code; None for that of a rule that is not there."""
    tool, colon, _ = code.partition(":")
    if colon:
        return tool
    return FLAKE8 if _FLAKE8_CODE.match(code) else None


def _letters(code: str) -> str:
    found = _FLAKE8_CODE.match(code)
    return found[1] if found else ""
