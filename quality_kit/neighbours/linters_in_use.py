"""Which linters a team uses already: by their settings, hooks, requirements, and what CI and make run."""

from __future__ import annotations

import re

from quality_kit.neighbours.documents import Documents
from quality_kit.neighbours.pre_commit import hooks
from quality_kit.neighbours.requirements import ci_files, development_dependencies
from quality_kit.neighbours.settings import settings_of

_SCRIPTS = ("Makefile", "makefile", "justfile", "tox.ini", "noxfile.py")
#: The name as a word of a command, not as a part of a path, an option or another name.
_COMMAND = r"(?<![\w./@=-]){}(?![\w./=-])"


def linters_in_use(names: tuple[str, ...], documents: Documents) -> tuple[str, ...]:
    """Those of the named linters that the repository speaks of.

    Raises:
        UsageError: A file that must be read cannot be read or parsed.
    """
    named = {*development_dependencies(documents), *(hook.tool for hook in hooks(documents))}
    scripts = _scripts(documents)
    return tuple(
        name
        for name in names
        if name in named
        or settings_of(name, documents).path is not None
        or re.search(_COMMAND.format(re.escape(name)), scripts)
    )


def _scripts(documents: Documents) -> str:
    files = [*ci_files(documents), *(documents.root / name for name in _SCRIPTS)]
    lines = (line for file in files for line in (documents.text(file) or "").splitlines())
    return "\n".join(line.split("#")[0] for line in lines)
