"""``quality-kit suppressions``: every comment that silences findings, with its reason, age and author."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Any

import typer

from quality_kit.cli import options
from quality_kit.config.globs import matches
from quality_kit.config.problems import nearest
from quality_kit.exit_codes import BROKEN, CLEAN
from quality_kit.files import UsageError, leads_out
from quality_kit.hall.talk import explained_errors, say, tell
from quality_kit.prepare import Wishes, prepare
from quality_kit.reporters import safe
from quality_kit.request import CheckRequest
from quality_kit.suppression import Suppression
from quality_kit.suppression_list import Listed, list_suppressions

_FORMATS = ("text", "json")
_VERSION = 1
#: The rule that finds something in files that are no Python, and its option that says in which.
_RULE, _OPTION = "QK502", "example-files"


def suppressions(
    paths: options.PathsOnDisk = None,
    output_format: Annotated[str, typer.Option(help=", ".join(_FORMATS), metavar="FORMAT")] = "text",
    config: options.ConfigFile = None,
) -> None:
    """List all suppressions, those of flake8 too, with reason, age and author.

    Exits with 0, or with 2 when a file could not be read.
    """
    with explained_errors():
        if output_format not in _FORMATS:
            found = nearest(output_format, _FORMATS)
            raise UsageError(f"--output-format: unknown format {output_format!r}{found}")
        prepared = prepare(Wishes(paths=tuple(paths or ()), config_file=config))
        prepared.cache.close()
        unread: list[str] = []
        listed = list_suppressions(
            prepared.request.project,
            _inputs(prepared.request, paths or ()),
            date.today(),
            time.time(),
            lambda path, reason: unread.append(f"{path}: cannot be read: {reason}"),
        )
        tell(_json(listed) if output_format == "json" else _text(listed))
        say(*unread)
    raise typer.Exit(BROKEN if unread else CLEAN)


def _inputs(request: CheckRequest, paths: Sequence[str]) -> Iterator[str]:
    """Example files for environment variables below the paths: comments in other inputs silence nothing."""
    folders = [os.path.abspath(path) for path in paths] or [str(request.project.root)]
    for path in request.others:
        file = os.path.abspath(request.project.absolute(path))
        is_below = any(file == folder or file.startswith(os.path.join(folder, "")) for folder in folders)
        if is_below and _is_judged(path, request) and not leads_out(request.project.root, path):
            yield path


def _is_judged(path: str, request: CheckRequest) -> bool:
    """Whether the rule looks for something in a file."""
    rule = request.catalogue.find(_RULE)
    if rule is None or not matches(rule.inputs, path):
        return False
    settings = request.config.for_path(path)
    option = rule.option(_OPTION)
    globs = settings.values(_RULE).get(_OPTION, option.default if option is not None else ())
    is_example = any(fnmatchcase(name, glob) for glob in globs for name in (path, path.rpartition("/")[2]))
    return is_example and settings.selection.has(_RULE, None, rule.default)


def _text(listed: Sequence[Listed]) -> str:
    return "".join(f"{safe(line)}\n" for line in (*map(_line, listed), _summary(listed)))


def _line(entry: Listed) -> str:
    suppression = entry.suppression
    end = f" until={suppression.until}" if suppression.until else ""
    reason = suppression.malformed or suppression.reason or "no reason given"
    notes = (["expired"] if entry.is_expired else []) + [_age(entry)]
    return f"{entry.path}:{suppression.line}: {_form(suppression)}{end} -- {reason} ({', '.join(notes)})"


def _form(suppression: Suppression) -> str:
    if suppression.malformed:
        return "cannot be read"
    codes = ", ".join(_codes(suppression))
    if suppression.kind == "noqa":
        return f"noqa: {codes}" if codes else "noqa"
    return f"ignore-file[{codes}]" if suppression.first == 0 else f"ignore[{codes}]"


def _codes(suppression: Suppression) -> tuple[str, ...]:
    """None for a bare noqa."""
    return () if suppression.is_bare else suppression.codes


def _age(entry: Listed) -> str:
    if entry.age is None:
        return entry.origin.unknown
    return f"{entry.age} day{'' if entry.age == 1 else 's'}, {entry.origin.author}"


def _summary(listed: Sequence[Listed]) -> str:
    return ", ".join(_counts(listed))


def _counts(listed: Sequence[Listed]) -> Iterator[str]:
    number, paths = len(listed), len({entry.path for entry in listed})
    if not number:
        yield "no suppressions"
        return
    yield f"{number} suppression{'' if number == 1 else 's'} in {paths} file{'' if paths == 1 else 's'}"
    malformed = sum(bool(entry.suppression.malformed) for entry in listed)
    unexplained = sum(not (entry.suppression.malformed or entry.suppression.reason) for entry in listed)
    expired = sum(entry.is_expired for entry in listed)
    for count, what in ((unexplained, "without a reason"), (expired, "expired"), (malformed, "malformed")):
        if count:
            yield f"{count} {what}"


def _json(listed: Sequence[Listed]) -> str:
    document = {"version": _VERSION, "suppressions": [_as_data(entry) for entry in listed]}
    return json.dumps(document, indent=2) + "\n"


def _as_data(entry: Listed) -> dict[str, Any]:
    suppression, origin = entry.suppression, entry.origin
    is_of_file = suppression.first == 0
    return {
        "path": safe(entry.path),
        "line": suppression.line,
        "column": suppression.column,
        "kind": suppression.kind,
        "codes": list(_codes(suppression)),
        "first_line": None if is_of_file else suppression.first,
        "last_line": None if is_of_file else suppression.last,
        "reason": suppression.reason or None,
        "until": suppression.until or None,
        "expired": entry.is_expired,
        "malformed": suppression.malformed or None,
        "age_days": entry.age,
        "author": origin.author if entry.age is not None else None,
        "author_unknown": origin.unknown or None,
    }
