"""The keys of ``[tool.quality-kit]``: one table for the validation, the JSON schema and the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

KeyType = Literal[
    "string",
    "strings",
    "globs",
    "selectors",
    "ignored",
    "linters",
    "integer",
    "boolean",
    "choice",
    "choices",
    "path-classes",
    "rules",
    "overrides",
    "review",
    "guides",
]


class Key(NamedTuple):
    """One key, its kind of value, and what it means."""

    type: KeyType
    help: str
    choices: tuple[str, ...] = ()


FAIL_ON: tuple[str, ...] = ("error", "warning", "info", "never")

_SELECTION: Mapping[str, Key] = {
    "select": Key(
        "selectors", "the only codes that are on: rules (QK201, QK2), linters (mypy), their codes (F401)"
    ),
    "extend-select": Key("selectors", "codes that are on beside those"),
    "ignore": Key("ignored", "codes that are off; the longer selector wins over a shorter one"),
}

KEYS: Mapping[str, Key] = {
    "extends": Key(
        "string", "a configuration read first: a file, or package:preset for one inside a package"
    ),
    "guide": Key(
        "guides",
        "style guides whose rules and options hold where the project says nothing else; the last wins",
    ),
    **_SELECTION,
    "exclude": Key(
        "globs",
        "paths that are not checked, as in .gitignore; folders of other people's code, such as `venv`, `node_modules`,"
        " `site-packages`, `build`, `dist`, `_vendor`, `vendored` and all that begin with a dot, never are",
    ),
    "extend-exclude": Key("globs", "paths that are not checked either; adds to those of an extended file"),
    "source-roots": Key(
        "strings", "folders whose children are top-level modules (default: found by __init__.py)"
    ),
    "fail-on": Key("choice", "the mildest severity that fails the run (default: error)", FAIL_ON),
    "baseline": Key(
        "string", "the file of the baseline, from the root (default: .quality-kit-baseline.jsonl, if there)"
    ),
    "linters": Key("linters", "the linters to run, whatever select says; [] for none (default: all)"),
    "linter-python": Key(
        "string", "the interpreter that runs the linters; auto: the project's .venv or our own"
    ),
    "require-reason": Key("boolean", "whether a suppression without a reason is a finding (default: false)"),
    "never-suppress": Key(
        "selectors", "codes that no comment may silence; adds to those of an extended file"
    ),
    "jobs": Key("integer", "worker processes; 0 for one a processor"),
    "packs": Key("strings", "folders with rule packages of your own; they are trusted code"),
    "path-classes": Key(
        "path-classes", "the paths that count as tests, migrations, scripts, examples, as in .gitignore"
    ),
    "rules": Key("rules", "options and severity by rule code; of a linter or its codes only the severity"),
    "overrides": Key("overrides", "settings for some paths; the last entry that matches wins"),
    "review": Key("review", "what `quality-kit review` shows and what makes it fail"),
}

#: What can make a review fail, by the word that ``fail-on`` has for it.
REVIEW_CONDITIONS: Mapping[str, str] = {
    "new-error": "a new finding that is an error",
    "new-warning": "a new finding that is a warning",
    "unexplained-suppression": "a suppression added without a reason",
    "loosened-policy": "a rule, threshold, hook or test switched off or loosened without a reason",
    "baseline-growth": "entries added to the baseline",
    "debt-growth": "more findings than before, those in the baseline counted",
    "checklist": "an item of the checklist that fails",
    "contract-change": "a change of a public contract that callers may break on",
    "untested-change": "a changed module whose tests did not change",
}
REVIEW_FAIL_ON = ("new-error", "unexplained-suppression", "loosened-policy")

REVIEW_KEYS: Mapping[str, Key] = {
    "fail-on": Key(
        "choices",
        f"what makes a review fail (default: {', '.join(REVIEW_FAIL_ON)})",
        tuple(REVIEW_CONDITIONS),
    ),
}

OVERRIDE_KEYS: Mapping[str, Key] = {
    "paths": Key("globs", "the paths it is about, as in .gitignore"),
    **_SELECTION,
    "rules": Key("rules", "options by rule code; a severity holds for the whole project"),
}
