"""Hooks and CI steps that were removed or made toothless."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import Any

from quality_kit.review.change import Side
from quality_kit.review.diff import FileChange
from quality_kit.review.drift._reasons import line_and_reason
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift

_PRE_COMMIT = (".pre-commit-config.yaml", ".pre-commit-config.yml")
_CI = re.compile(r"(?:^|/)\.github/workflows/[^/]+\.ya?ml\Z|(?:^|/)\.gitlab-ci\.ya?ml\Z|(?:^|/)Makefile\Z")
#: What lets a step fail without anybody noticing.
_TOOTHLESS = re.compile(
    r"continue-on-error:\s*true|allow_failure:\s*true|\|\|\s*(?:true|exit 0|:)(?:\s|$)|--exit-zero\b|--no-verify\b"
)
#: The commands that check code.
_COMMANDS = re.compile(
    r"(?<![\w/.-])(quality-kit|mypy|pyright|flake8|ruff|black|isort|vulture|bandit|pylint|pytest|pre-commit)(?![\w/-])"
)
_COMMENT = re.compile(r"(?:^|\s)#.*")


def hooks(evidence: Evidence) -> Iterator[Drift]:
    """Of pre-commit by hook, of CI files by line."""
    for file in evidence.change.files:
        if file.kind != "text":
            continue
        if basename(file.path) in _PRE_COMMIT:
            yield from _pre_commit(evidence, file)
        elif _CI.search(file.path):
            yield from _ci(evidence, file)


def _pre_commit(evidence: Evidence, file: FileChange) -> Iterator[Drift]:
    before, now = _hooks(evidence.change.base, file.before), _hooks(evidence.change.head, _head_path(file))
    for name in sorted({*before, *now}):
        if name not in now:
            yield Drift(
                "hook", True, file.path, 0, f"the hook {name} is gone", _said(evidence, file, name), True
            )
        elif name not in before:
            yield Drift("hook", False, file.path, 0, f"the hook {name} is new")
        else:
            yield from _changed(evidence, file, name, before[name], now[name])


def _changed(
    evidence: Evidence, file: FileChange, name: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Drift]:
    for key in ("exclude", "files", "stages", "types"):
        if old.get(key) != new.get(key) and new.get(key) is not None:
            _, line, reason = line_and_reason(evidence.change.head, [file], (str(new[key]), key))
            is_looser = key == "exclude" or old.get(key) is None
            yield Drift(
                "hook", is_looser, file.path, line, f"the hook {name}: {key} {new[key]}", reason, True
            )


def _said(evidence: Evidence, file: FileChange, name: str) -> str:
    """A comment in the new lines that names the hook."""
    source = evidence.change.head.source(_head_path(file))
    for number in sorted(file.new_lines()) if source is not None else ():
        assert source is not None
        line = source.line(number).strip()
        if line.startswith("#") and name in line:
            return line.lstrip("# ")
    return ""


def _head_path(file: FileChange) -> str | None:
    return None if file.status == "deleted" else file.path


def _hooks(side: Side, path: str | None) -> Mapping[str, Mapping[str, Any]]:
    text = side.text(path)
    content = _yaml(text) if text else None
    repos = content.get("repos") if isinstance(content, dict) else None
    found: dict[str, Mapping[str, Any]] = {}
    for repo in repos if isinstance(repos, list) else ():
        entries = repo.get("hooks") if isinstance(repo, dict) else None
        for hook in entries if isinstance(entries, list) else ():
            if isinstance(hook, dict) and isinstance(hook.get("id"), str):
                found[hook["id"]] = hook
    return found


def _yaml(text: str) -> Any:
    from ruamel.yaml import YAML  # 70 ms that reviews without such files do not pay
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except YAMLError:
        return None


def _ci(evidence: Evidence, file: FileChange) -> Iterator[Drift]:
    """Commands that no line runs any more, and lines that let a step fail unnoticed."""
    before, now = evidence.change.base.text(file.before), evidence.change.head.text(_head_path(file))
    for command in sorted(_commands(before) - _commands(now)):
        yield Drift("hook", True, file.path, 0, f"{command} runs no more here", needs_reason=True)
    for command in sorted(_commands(now) - _commands(before)):
        yield Drift("hook", False, file.path, 0, f"{command} runs here now")
    source = evidence.change.head.source(_head_path(file))
    known = {line.strip() for line in before.splitlines()}
    for number in sorted(file.new_lines()) if source is not None else ():
        assert source is not None
        line = source.line(number)
        found = _TOOTHLESS.search(_COMMENT.sub("", line))
        if found is not None and line.strip() not in known:
            _, _, reason = line_and_reason(evidence.change.head, [file], (line.strip(),))
            yield Drift(
                "hook", True, file.path, number, f"{found[0].strip()} added", reason, needs_reason=True
            )


def _commands(text: str) -> frozenset[str]:
    return frozenset(
        found[1] for line in text.splitlines() for found in _COMMANDS.finditer(_COMMENT.sub("", line))
    )
