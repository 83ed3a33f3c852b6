"""The cache folder in ``.gitignore``."""

from __future__ import annotations

_ENTRY = ".quality-kit-cache/"
_SAME = (".quality-kit-cache", "/.quality-kit-cache", "/.quality-kit-cache/", ".quality-kit-cache/*")


def with_cache_folder(text: str) -> str:
    """The file with our folder as its last line; as it is where the folder is in it."""
    if any(line.strip() in (_ENTRY, *_SAME) for line in text.splitlines()):
        return text
    end = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{end}{_ENTRY}\n"
