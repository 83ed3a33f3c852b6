"""The catalogue of rules: from the cache when no rule file has changed, else from the files."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality_kit.cache import Cache, Entry, digest
from quality_kit.catalogue import Catalogue, from_json, to_json

_SECTION = "catalogue"
#: Found by name, never imported by name: only the registry may run the files in it.
_CHECKS_PACKAGE = "quality_kit.checks"


def load_catalogue(cache: Cache, packs: Sequence[str] = ()) -> Catalogue:
    """What all rules say of themselves; the packs are absolute paths of folders.

    Raises:
        quality_kit.registry.RegistryError: A rule file or a pack cannot be used.
    """
    current = rules_digest(packs)
    entry = cache.fetch_one(_SECTION, "\n".join(packs))
    known = _stored(entry, current) if entry is not None and entry.digest == current else None
    return known or _read(cache, packs, current)


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
    cache.store(_SECTION, {"\n".join(packs): Entry(current, payload)})
    # What was stored is what is used, so that a first and a second run cannot differ.
    return from_json(json.loads(payload), current)


def rules_digest(packs: Sequence[str] = ()) -> bytes:
    """Changes when any file of the tool or of a pack, Python or LibCST does."""
    package = Path(__file__).parent
    folders = [package, *_package_folders(_CHECKS_PACKAGE), *(Path(pack) for pack in packs)]
    parts = [sys.version.encode(), _libcst_version().encode()]
    for folder in folders:
        for path in sorted(_python_files(folder)):
            parts += [os.fsencode(path), path.read_bytes()]
    return digest(*parts)


def _package_folders(name: str) -> list[Path]:
    return [Path(folder) for folder in importlib.import_module(name).__path__]


def _python_files(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".py"):
                yield Path(parent, name)


def _libcst_version() -> str:
    """Read from the folder that its installer made: importing LibCST to ask costs 0.2 s."""
    spec = importlib.util.find_spec("libcst")
    if spec is None or spec.origin is None:
        return ""
    site = Path(spec.origin).parent.parent
    return ",".join(sorted(name for name in os.listdir(site) if name.lower().startswith("libcst-")))
