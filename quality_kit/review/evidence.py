"""What the sections of a review are made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quality_kit.catalogue import Catalogue
from quality_kit.comparison import Compared
from quality_kit.config import Config
from quality_kit.finding import Finding
from quality_kit.review.change import Change


class Evidence(NamedTuple):
    """A change, what was found in both trees, and the configuration that judges."""

    change: Change
    compared: Compared
    #: With the rules of the checklist switched on.
    config: Config
    #: As the project has it: what counts for the gate.
    project_config: Config
    catalogue: Catalogue
    #: The linters by name: what decides whether a code of theirs is on is not asked here.
    linters: frozenset[str]
    environment: Mapping[str, str] = {}

    @property
    def new(self) -> list[Finding]:
        """The findings of the head that the base does not have and nothing silences."""
        return self.compared.head.active

    def gates(self, finding: Finding) -> bool:
        """Whether the project has switched the finding's rule on; others serve the checklist only."""
        rule = self.catalogue.find(finding.code)
        if rule is None:
            return True
        selection = self.project_config.for_path(finding.location.path).selection
        return selection.has(rule.code, None, rule.default)
