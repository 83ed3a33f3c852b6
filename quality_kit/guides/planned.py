"""The rules of the public catalogue by code: guides name also those that are not built yet.

Codes and names are permanent. What is built says so in its rule file, and this table is asked only
about the others: such a rule is *planned*, any further code is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

CATALOGUE: Mapping[str, str] = {
    "QK101": "missing-parameter-annotation",
    "QK102": "missing-return-annotation",
    "QK111": "missing-docstring",
    "QK112": "incomplete-docstring",
    "QK121": "route-without-response-model",
    "QK122": "undocumented-route",
    "QK123": "unversioned-route",
    "QK124": "untyped-request-body",
    "QK125": "literal-status-code",
    "QK127": "untested-route",
    "QK201": "business-singleton",
    "QK202": "global-collaborator",
    "QK203": "constructed-collaborator",
    "QK204": "service-built-in-route",
    "QK205": "uncached-settings-accessor",
    "QK206": "service-without-interface",
    "QK211": "layer-violation",
    "QK212": "root-prefixed-import",
    "QK213": "import-cycle",
    "QK214": "data-access-outside-repository",
    "QK301": "magic-number",
    "QK302": "hardcoded-address",
    "QK401": "print-call",
    "QK402": "interpolated-log-message",
    "QK403": "sensitive-value-logged",
    "QK404": "unnamed-logger",
    "QK405": "lost-traceback",
    "QK501": "undocumented-env-var",
    "QK502": "stale-env-var",
    "QK503": "direct-env-read",
    "QK504": "hardcoded-secret",
    "QK505": "committed-env-file",
    "QK511": "loose-mypy-config",
    "QK512": "missing-coverage-gate",
    "QK513": "missing-pre-commit-hook",
    "QK514": "unpinned-requirement",
    "QK515": "missing-dev-command",
    "QK601": "oversized-service-file",
    "QK602": "oversized-function",
    "QK603": "oversized-class",
    "QK604": "fat-route",
    "QK611": "project-structure",
    "QK612": "incomplete-feature",
    "QK613": "untested-module",
    "QK621": "duplicated-code",
    "QK622": "commented-out-code",
    "QK623": "test-without-assertion",
    "QK701": "broad-except",
    "QK702": "swallowed-exception",
    "QK703": "generic-raise",
    "QK704": "leaked-exception-detail",
    "QK705": "http-error-in-service",
    "QK706": "error-outside-hierarchy",
    "QK707": "unhandled-base-error",
    "QK801": "blocking-call-in-async",
    "QK802": "dropped-task",
    "QK803": "unguarded-websocket",
    "QK811": "shared-session",
    "QK812": "unclosed-session",
    "QK813": "unpooled-engine",
    "QK814": "cache-entry-without-expiry",
    "QK901": "sql-from-string",
    "QK902": "wildcard-cors",
    "QK903": "weak-password-hash",
    "QK904": "unbounded-token",
    "QK905": "unguarded-admin-route",
}


def is_planned(code: str, built: Iterable[str]) -> bool:
    """Whether the code is that of a rule of the catalogue that is not built yet."""
    return code in CATALOGUE and code not in built
