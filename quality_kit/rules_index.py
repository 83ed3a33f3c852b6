"""The catalogue of rules: from the cache when no rule file has changed, else from the files."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quality_kit.cache import Cache, Entry, digest
from quality_kit.catalogue import Catalogue, from_json, to_json
from quality_kit.contents import signature

_SECTION = "catalogue"
_DIGEST_SECTION = "rule files"
#: Found by name, never imported by name: only the registry may run the files in it.
_CHECKS_PACKAGE = "quality_kit.checks"
#: In a wheel they lie in our own folder, in a checkout beside it. What the doors do is in no result.
_ELSEWHERE = ("checks", "hooks")


def load_catalogue(cache: Cache, packs: Sequence[str] = ()) -> Catalogue:
    """What all rules say of themselves; the packs are absolute paths of folders.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    current = _known_digest(cache, packs)
    key = _key(packs)
    entry = cache.fetch_one(_SECTION, key)
    known = _stored(entry, current) if entry is not None and entry.digest == current else None
    return known or _read(cache, packs, current)


def _key(packs: Sequence[str]) -> str:
    """Several installations (of a hook, of the project) may share a cache: each has entries of its own."""
    return "\n".join((str(Path(__file__).parent), *packs))


def _known_digest(cache: Cache, packs: Sequence[str]) -> bytes:
    """The digest of the rules; from the cache as long as none of their files, which are hundreds, looks changed."""
    files = _files(packs)
    seen = _looks(files)
    entry = cache.fetch_one(_DIGEST_SECTION, _key(packs)) if seen else None
    if entry is not None and entry.payload == seen:
        return entry.digest
    current = rules_digest(files)
    if seen:
        cache.store(_DIGEST_SECTION, {_key(packs): Entry(current, seen)})
    return current


def _looks(files: Mapping[str, str]) -> str:
    """What changes when a file does; empty while one is so young that it may change again unseen."""
    now = time.time_ns()
    seen = {name: signature(path, now) for name, path in files.items()}
    return digest(repr((_versions(), seen)).encode()).hex() if all(seen.values()) else ""


def _stored(entry: Entry, current: bytes) -> Catalogue | None:
    try:
        catalogue = from_json(json.loads(entry.payload), current)
    except (ValueError, TypeError, AttributeError, RecursionError):  # a damaged entry is no entry
        return None
    return catalogue if catalogue.rules else None


def _read(cache: Cache, packs: Sequence[str], current: bytes) -> Catalogue:
    from quality_kit.registry import describe, load_rules  # brings LibCST: only when it must

    catalogue = describe(load_rules(packs), current)
    payload = json.dumps(to_json(catalogue))
    cache.store(_SECTION, {_key(packs): Entry(current, payload)})
    # What was stored is what is used, so that a first and a second run cannot differ.
    return from_json(json.loads(payload), current)


def rules_digest(files: Mapping[str, str]) -> bytes:
    """Changes when any file of the tool or of a pack, Python or LibCST does; not with the place of the tool."""
    parts = [_versions().encode()]
    for name, path in files.items():
        parts += [os.fsencode(name), Path(path).read_bytes()]
    return digest(*parts)


def _files(packs: Sequence[str]) -> dict[str, str]:
    """The files of the tool and of packs by a name that is the same wherever the tool is installed."""
    tool = Path(__file__).parent
    checks = importlib.import_module(_CHECKS_PACKAGE).__path__[0]
    found = dict(_python_files(str(tool), "tool", passing=_ELSEWHERE))
    found |= _python_files(checks, "checks")
    for pack in packs:
        found |= _python_files(pack, pack)
    return found


def _python_files(folder: str, name: str, passing: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in passing:
                yield from _python_files(entry.path, f"{name}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{name}/{entry.name}", entry.path


def _versions() -> str:
    return f"{sys.version} {_libcst_version()}"


def _libcst_version() -> str:
    """Read from the folder that its installer made: importing LibCST to ask costs 0.2 s."""
    spec = importlib.util.find_spec("libcst")
    if spec is None or spec.origin is None:
        return ""
    site = Path(spec.origin).parent.parent
    return ",".join(sorted(name for name in os.listdir(site) if name.lower().startswith("libcst-")))
