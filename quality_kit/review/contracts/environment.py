"""Environment variables and fields of settings that came, went, or need a value now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from posixpath import basename
from typing import NamedTuple

import libcst as cst

from quality_kit.review.change import Side
from quality_kit.review.contracts._parameters import written
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import ContractChange
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

_READERS = frozenset(("os.getenv", "os.environ.get"))
_MAPPING = "os.environ"
_SETTINGS = "BaseSettings"
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
    for path in paths:
        parsed = side.parsed(path)
        if parsed is not None:
            for name, node, default in (*_reads(parsed), *_fields(parsed)):
                place = parsed.places([node])[id(node)]
                found.setdefault(name, _Setting(parsed.path, place.line, default))
    return found


def _reads(file: ParsedFile) -> Iterator[tuple[str, cst.CSTNode, str | None]]:
    if b"environ" not in file.source.data and b"getenv" not in file.source.data:
        return
    for call in file.tree.of(cst.Call):
        if file.names.qualified(call.func) in _READERS and call.args:
            name = text_of(call.args[0].value)
            if name:
                default = written(file.module, call.args[1].value) if len(call.args) > 1 else "None"
                yield name, call, default
    for subscript in file.tree.of(cst.Subscript):
        index = subscript.slice[0].slice
        name = text_of(index.value) if isinstance(index, cst.Index) else None
        if name and file.names.qualified(subscript.value) == _MAPPING:
            yield name, subscript, None


def _fields(file: ParsedFile) -> Iterator[tuple[str, cst.CSTNode, str | None]]:
    for definition in file.tree.of(cst.ClassDef):
        if any((dotted(base.value) or "").endswith(_SETTINGS) for base in definition.bases):
            prefix = _prefix(definition)
            for statement in definition.body.body:
                for field in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
                    if isinstance(field, cst.AnnAssign) and isinstance(field.target, cst.Name):
                        name = f"{prefix}{field.target.value}".upper()
                        if not field.target.value.startswith("model_config"):
                            yield name, field, _default(file, field)


def _default(file: ParsedFile, field: cst.AnnAssign) -> str | None:
    """As written, or in a ``Field(...)``: texts about the field are no default."""
    value = field.value
    if not isinstance(value, cst.Call) or not (dotted(value.func) or "").endswith("Field"):
        return written(file.module, value) if value is not None else None
    for arg in value.args:
        if arg.keyword is None or arg.keyword.value in ("default", "default_factory"):
            given = written(file.module, arg.value)
            made = arg.keyword is not None and arg.keyword.value == "default_factory"
            return None if given == "..." else f"{given}()" if made else given
    return None


def _prefix(definition: cst.ClassDef) -> str:
    """``env_prefix`` of the model's configuration, where it is a literal."""
    for statement in definition.body.body:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            made = small.value if isinstance(small, (cst.Assign, cst.AnnAssign)) else None
            for arg in made.args if isinstance(made, cst.Call) else ():
                if arg.keyword is not None and arg.keyword.value == "env_prefix":
                    return text_of(arg.value) or ""
    return ""
