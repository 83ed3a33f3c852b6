"""Thresholds and lists of rules that were loosened or tightened, in the configuration of any tool."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from quality_kit.catalogue import Catalogue
from quality_kit.config.keys import FAIL_ON
from quality_kit.finding import SEVERITIES
from quality_kit.review.change import Side
from quality_kit.review.diff import FileChange
from quality_kit.review.drift._reasons import line_and_reason
from quality_kit.review.drift._tool_settings import Settings, is_configuration, tool_settings
from quality_kit.review.evidence import Evidence
from quality_kit.review.model import Drift

_Loosened = Literal["more", "fewer", "higher", "lower", "true", "false", "weaker"]
#: Which way a key gets milder, by its last part; the first that fits counts.
_WAYS: tuple[tuple[str, _Loosened], ...] = (
    (r"review\.fail-on\Z", "fewer"),
    (r"(?:.*\.)?(?:severity|fail-on)\Z", "weaker"),
    (r"min-confidence\Z|(?:.*\.)?max-[\w-]+\Z|(?:.*\.)?(?:mccabe|pylint)\.max-.*", "higher"),
    (r"(?:.*\.)?(?:fail-under|min-[\w-]+)\Z", "lower"),
    (r"(?:.*\.)?ignore-(?:missing-imports|errors|init-module-imports)\Z|(?:.*\.)?allow-[\w-]+\Z", "true"),
    (r"(?:.*\.)?(?:implicit-reexport|implicit-optional|skip-empty|disable-all)\Z", "true"),
    (
        r"(?:.*\.)?(?:strict(?:-[\w-]+)?|disallow-[\w-]+|warn-[\w-]+|check-[\w-]+|no-implicit-[\w-]+"
        r"|require-[\w-]+|branch|extra-checks)\Z",
        "false",
    ),
    (
        r"(?:.*\.)?(?:(?:extend-)?(?:ignore|exclude|per-file-ignores)|disable(?:-error-code)?|skips?(?:-glob)?"
        r"|extend-skip(?:-glob)?|omit|exempt|exclude-(?:lines|also|dirs)|ignored?-[\w-]+)\Z",
        "more",
    ),
    (r"(?:.*\.)?per-file-ignores\..*|path-classes\..*", "more"),
    (
        r"(?:.*\.)?(?:(?:extend-)?select|linters|enable(?:-error-code)?|never-suppress|guide)\Z",
        "fewer",
    ),
)
_OURS = "quality-kit"
_WORDS = re.compile(r"[,\s]+")
_ORDERS = {"fail-on": FAIL_ON, "severity": SEVERITIES}


def configuration(evidence: Evidence) -> Iterator[Drift]:
    """A drift for each setting that is milder or stricter now; one that moved to another file has not changed."""
    files = [file for file in evidence.change.files if file.kind == "text" and _may_hold_settings(file)]
    before = _together(evidence.change.base, [file.before for file in files])
    now = _together(evidence.change.head, [_head_path(file) for file in files])
    for tool in sorted({*before, *now}):
        old, new = before.get(tool, {}), now.get(tool, {})
        if old and tool not in now and not any(file.status == "renamed" for file in files):
            place = next(
                file.path for file in files if tool in _together(evidence.change.base, [file.before])
            )
            what = f"the settings of {tool} are gone"
            yield Drift("configuration", True, place, 0, what, needs_reason=True)
            continue
        for key in sorted({*old, *new}):
            default = _default(evidence.catalogue, key) if tool == _OURS else None
            values = old.get(key, default), new.get(key, default)
            for is_looser, what, words in _differences(tool, key, *values):
                file, line, reason = line_and_reason(evidence.change.head, files, words)
                yield Drift("configuration", is_looser, file, line, what, reason, needs_reason=True)


def _default(catalogue: Catalogue, key: str) -> Any:
    """Of an option of a rule of ours: ``rules.QK601.max-lines``."""
    table, _, rest = key.partition(".")
    code, _, name = rest.partition(".")
    rule = catalogue.find(code) if table == "rules" else None
    if rule is None or not name:
        return None
    option = rule.option(name)
    if option is None:
        return rule.severity if name == "severity" else None
    return list(option.default) if isinstance(option.default, tuple) else option.default


def _may_hold_settings(file: FileChange) -> bool:
    return is_configuration(file.path)


def _head_path(file: FileChange) -> str | None:
    return None if file.status == "deleted" else file.path


def _together(side: Side, paths: list[str | None]) -> Settings:
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        if path is not None and side.source(path) is not None:
            for tool, settings in tool_settings(path, side.text(path)).items():
                found.setdefault(tool, {}).update(settings)
    return found


def _differences(tool: str, key: str, old: Any, new: Any) -> Iterator[tuple[bool, str, tuple[str, ...]]]:
    """Whether it is looser, in words, and the words by which its line is found."""
    way = next((way for pattern, way in _WAYS if re.match(pattern, key)), None)
    if way is None or old == new:
        return
    if way in ("more", "fewer"):
        yield from _of_lists(tool, key, way == "more", _items(old), _items(new))
        return
    is_looser = _is_looser(way, key, old, new)
    if is_looser is not None:
        what = f"{tool} {key}: {_shown(old)} -> {_shown(new)}"
        yield is_looser, what, (key.rpartition(".")[2],)


def _of_lists(
    tool: str, key: str, is_more_looser: bool, old: frozenset[str] | None, new: frozenset[str] | None
) -> Iterator[tuple[bool, str, tuple[str, ...]]]:
    """A list that only names what is on says nothing while it is not there."""
    if not is_more_looser and (old is None or new is None):
        if key == "guide" or old is None:
            return
        yield False, f"{tool} {key}: the list is gone, the defaults are on", (key,)
        return
    added, gone = (new or frozenset()) - (old or frozenset()), (old or frozenset()) - (new or frozenset())
    last = key.rpartition(".")[2]
    if added:
        yield is_more_looser, f"{tool} {key}: {', '.join(sorted(added))} added", (*sorted(added), last)
    if gone:
        yield not is_more_looser, f"{tool} {key}: {', '.join(sorted(gone))} removed", (last,)


def _items(value: Any) -> frozenset[str] | None:
    if value is None:
        return None
    if isinstance(value, str):
        lines = (line.split("#")[0] for line in value.splitlines())
        return frozenset(word for line in lines for word in _WORDS.split(line) if word)
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset((str(value),))


def _is_looser(way: _Loosened, key: str, old: Any, new: Any) -> bool | None:
    if way == "weaker":
        return _is_weaker(_ORDERS[key.rpartition(".")[2]], old, new)
    if way in ("true", "false"):
        return _is_switched(way == "true", old, new)
    before, after = _number(old), _number(new)
    if before is None or after is None:
        return True if after is None and before is not None else None
    return (after > before) == (way == "higher") if after != before else None


def _is_weaker(order: tuple[str, ...], old: Any, new: Any) -> bool | None:
    """Of ``fail-on`` the mildest severity that fails: towards ``error`` fewer findings do."""
    default = "error"
    before, after = old or default, new or default
    if before not in order or after not in order or before == after:
        return None
    if order is SEVERITIES:
        return SEVERITIES.index(after) > SEVERITIES.index(before)
    ranks: Mapping[str, int] = {"info": 0, "warning": 1, "error": 2, "never": 3}
    return ranks[after] > ranks[before]


def _is_switched(is_true_looser: bool, old: Any, new: Any) -> bool | None:
    before, after = _truth(old), _truth(new)
    return after == is_true_looser if before != after else None


def _truth(value: Any) -> bool:
    return str(value).strip().lower() in ("true", "yes", "on", "1")


def _number(value: Any) -> float | None:
    try:
        return None if value is None or isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None


def _shown(value: Any) -> str:
    return "not set" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
