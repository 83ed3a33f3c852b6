"""What linters said in earlier runs, found again by the content of the files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path

from quality_kit.cache import Cache, Entry, digest
from quality_kit.finding import Edit, Finding, Location

_NOTHING_FOUND = "[]"

_LOCATION_TYPES = [str, int, int, int, int]

#: The key of an answer about all files at once.
_WHOLE = "."

#: Beside this folder's files: what a finding is, and what stays the same of it.
_SHAPING = ("finding.py", "fingerprint.py", "code_tokens.py")


def section_name(linter: str, *digests: bytes | None) -> str | None:
    """Where the answers of a linter are kept; None when something that they depend on is unknown."""
    known = [part for part in digests if part is not None]
    if len(known) < len(digests):
        return None
    return f"linter {linter} {' '.join(part.hex() for part in (_code(), *known))}"


@cache
def _code() -> bytes:
    """A digest of what starts the linters and reads what they print: another version of it says other things."""
    folder = Path(__file__).parent
    files = [*sorted(folder.glob("*.py")), *(folder.parent / name for name in _SHAPING)]
    return digest(*(file.read_bytes() for file in files))


def recall(
    cache: Cache, section: str, contents: Mapping[str, bytes], existing: Set[str]
) -> dict[str, list[Finding]]:
    """The findings of those files whose content is still the same; files that are gone are forgotten."""
    cache.discard(section, set(cache.keys(section)) - existing)
    answers = cache.current(section, contents)
    decoded = {key: _decoded(payload) for key, payload in answers.items()}
    return {key: findings for key, findings in decoded.items() if findings is not None}


def remember(cache: Cache, section: str, contents: Mapping[str, bytes], findings: Iterable[Finding]) -> None:
    """Keep the findings of each file, also that there are none."""
    by_path: dict[str, list[Finding]] = {path: [] for path in contents}
    for finding in findings:
        by_path[finding.location.path].append(finding)
    cache.store(section, {path: Entry(contents[path], json.dumps(found)) for path, found in by_path.items()})


def recall_whole(cache: Cache, section: str, contents: Mapping[str, bytes]) -> list[Finding] | None:
    """The findings about all files together; None if any of them has changed."""
    return recall(cache, section, {_WHOLE: _digest_of_all(contents)}, {_WHOLE}).get(_WHOLE)


def remember_whole(
    cache: Cache, section: str, contents: Mapping[str, bytes], findings: Iterable[Finding]
) -> None:
    """Keep the findings about all files together."""
    cache.store(section, {_WHOLE: Entry(_digest_of_all(contents), json.dumps(list(findings)))})


def digest_of_file(path: str) -> bytes | None:
    """The digest of a file as it is now; None when it cannot be read."""
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return None


def _digest_of_all(contents: Mapping[str, bytes]) -> bytes:
    return digest(*(part for path in sorted(contents) for part in (path.encode(), contents[path])))


def _decoded(payload: str) -> list[Finding] | None:
    """The stored findings; None when the payload is not ours: a cache folder is not trusted."""
    if payload == _NOTHING_FOUND:
        return []
    try:
        return [_finding(*row) for row in json.loads(payload)]
    except (ValueError, TypeError):
        return None


def _finding(location: list[int | str], *rest: object) -> Finding:
    if [type(part) for part in location] != _LOCATION_TYPES:
        raise TypeError("not a location")
    found = Finding(Location(*location), *rest)  # type: ignore[arg-type]
    fix = tuple(Edit(*edit) for edit in found.fix)
    return found._replace(sources=tuple(found.sources), aliases=tuple(found.aliases), fix=fix)
