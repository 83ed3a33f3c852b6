"""Environment variables and fields of settings that came, went, or need a value now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import NamedTuple

from quality_kit.review.change import Side
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange

#: Characters of a default that are shown.
_MOST = 80
_EXAMPLES = (".env.example", ".env.sample", ".env.template")


class _Setting(NamedTuple):
    """A variable, or a field of a settings class."""

    path: str
    line: int
    #: As written; None for one that must be set.
    default: str | None


def environment(evidence: Evidence) -> Iterator[ContractChange]:
    """By name of the variable as deployments know it."""
    change = evidence.change
    before = _settings(change.base, [file.before for file in change.python])
    heads = [None if file.status == "deleted" else file.path for file in change.python]
    now = _settings(change.head, heads)
    documented = _documented(evidence)
    for name in sorted({*before, *now}):
        old, new = before.get(name), now.get(name)
        if old is None and new is not None:
            detail = f"{_said(new)}, {'documented' if name in documented else 'not documented'}"
            yield _change("added", name, detail, new, new.default is None)
        elif new is None and old is not None:
            still = f", still in {documented[name]}" if name in documented else ""
            yield _change("removed", name, f"nothing in the changed files reads it{still}", old, False)
        elif old is not None and new is not None and old.default != new.default:
            yield _change("changed", name, f"{_said(old)} -> {_said(new)}", new, new.default is None)


def _change(kind: str, name: str, detail: str, at: _Setting, is_breaking: bool) -> ContractChange:
    return ContractChange("setting", kind, name, detail, at.path, at.line, is_breaking)  # type: ignore[arg-type]


def _said(setting: _Setting) -> str:
    default = setting.default
    if default is None:
        return "required"
    return f"default {default}" if len(default) <= _MOST else f"default {default[:_MOST]}..."


def _documented(evidence: Evidence) -> dict[str, str]:
    """The names in example files at the root and in changed folders, and where."""
    found: dict[str, str] = {}
    folders = {
        "",
        *(f"{file.path.rpartition('/')[0]}/" for file in evidence.change.files if "/" in file.path),
    }
    paths = [f"{folder}{name}" for folder in sorted(folders) for name in _EXAMPLES]
    changed = [file.path for file in evidence.change.files if basename(file.path).endswith(".env.example")]
    for path in (*paths, *changed):
        for line in evidence.change.head.text(path).splitlines():
            name = line.lstrip("# \t").removeprefix("export ").partition("=")[0].strip()
            if name.isidentifier():
                found.setdefault(name, path)
    return found


def _settings(side: Side, paths: Sequence[str | None]) -> dict[str, _Setting]:
    found: dict[str, _Setting] = {}
    for path, outline in side.outlines(paths):
        for each in outline.settings:
            found.setdefault(each.name, _Setting(path, each.line, each.default))
    return found
