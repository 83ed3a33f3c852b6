"""Reports suppressions that silence nothing, as far as this run can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from quality_kit.catalogue import Catalogue, RuleInfo
from quality_kit.config import Config
from quality_kit.config.selection import FLAKE8, OWN_PREFIX
from quality_kit.filters._without_codes import without_codes
from quality_kit.filters.suppression_mistakes import about, our_codes
from quality_kit.filters.suppressions import Suppressions, is_forbidden_code, silencing
from quality_kit.finding import Finding
from quality_kit.own_findings import UNUSED_SUPPRESSION
from quality_kit.source import SourceFile
from quality_kit.suppression import ALL, means

#: Whether the rule or linter of a code has completely checked a path.
Judges = Callable[[str, str], bool]


def unused(
    findings: Iterable[Finding],
    suppressions: Suppressions,
    catalogue: Catalogue,
    config: Config,
    judges: Judges,
    source: Callable[[str], SourceFile],
) -> Iterator[Finding]:
    """Findings about suppressions in force, one for each comment with codes that have no finding there.

    Of two comments that silence the same finding both are of use: which one is meant, nobody can tell.
    """
    used, rule_codes = _used(findings, suppressions), catalogue.codes
    for path, found in suppressions.items():
        for number, suppression in enumerate(found):
            idle = [
                code
                for code in our_codes(suppression, rule_codes)
                if not suppression.is_bare
                and (path, number, code) not in used
                and not is_forbidden_code(code, config.never_suppress, rule_codes)
                and _is_judged(code, path, catalogue, config, judges)
            ]
            if idle:
                told = about(UNUSED_SUPPRESSION, path, suppression, codes=", ".join(idle))
                yield told._replace(fix=without_codes(source(path), suppression, idle))


def _used(findings: Iterable[Finding], suppressions: Suppressions) -> set[tuple[str, int, str]]:
    return {
        (finding.location.path, number, code)
        for finding in findings
        if finding.location.path in suppressions  # by far the most are not
        for number, suppression in enumerate(suppressions[finding.location.path])
        for code in silencing(suppression, finding)
    }


def _is_judged(code: str, path: str, catalogue: Catalogue, config: Config, judges: Judges) -> bool:
    """Whether all that the code means was checked; what the tool says of itself never is."""
    family = [rule for rule in catalogue.rules if means(code, rule.code)]
    if family:
        rules = [rule for rule in family if not rule.code.startswith(OWN_PREFIX)]
        return _is_family_judged(rules, path, config, judges)
    if config.limit is not None and config.limit.ignore:
        return False  # several linters may report one problem: what is ignored may be another's code for it
    if code == FLAKE8:
        return False  # its plugins may be missing here
    return judges(code if ":" in code or code.isupper() else f"{code}:{ALL}", path)


def _is_family_judged(rules: list[RuleInfo], path: str, config: Config, judges: Judges) -> bool:
    """Rules that the project has switched off are left out; those that the command line has are missing."""
    selection = config.for_path(path).selection
    on = [rule for rule in rules if selection.has(rule.code, None, rule.default)]
    if config.limit is not None and len(on) < len(rules):
        return False
    return bool(on) and all(judges(rule.code, path) for rule in on)
