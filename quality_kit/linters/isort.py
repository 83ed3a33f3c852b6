"""isort: one finding per file whose imports it would order otherwise.

Its standard error lists the files, its standard output has their diffs; behind a file that does not
end in a line feed the next diff begins on the same line. It warns of a configuration that it cannot
read and goes on without it: that is a failure; what else it warns of is its advice to the team. A
file that does not parse it reads as text, and mostly says nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from quality_kit.cache import digest
from quality_kit.finding import Failure, Finding, NotChecked
from quality_kit.fingerprint import key_of_file
from quality_kit.linters._adapter import Configuration, Linter, Output, Reading, Task, Texts, finding, point
from quality_kit.linters._diff import fix, split, summary
from quality_kit.linters._sources import Sources
from quality_kit.linters._words import shortened, unexplained
from quality_kit.project import Project

_NAME = "isort"
_ORDER = "isort:order"
#: ``--filter-files``: the project's ``skip`` counts for files named on the command line as well.
_OPTIONS = ["--check-only", "--diff", "--filter-files", "--format-error={error}: {message}"]
_HEADER = re.compile(r"--- ([^\t\n]+):before\t[^\n]*\n\+\+\+ [^\n]*:after\t[^\n]*\n")
_WRONG_ORDER = re.compile(r"^ERROR: (.+) Imports are incorrectly sorted and/or formatted\.$", re.MULTILINE)
_REJECTED = re.compile(r"UserWarning: (Failed to pull configuration information from .+)")
_ERROR = re.compile(r"^ERROR: ([^\n]+)", re.MULTILINE)
_UNREADABLE_FILE = re.compile(r"UserWarning: Unable to parse file (?P<path>.+?) due to (?P<reason>.*)")

#: Said when the encoding of every file is unknown; the parsers have said so, too.
_NO_ENCODING = "No valid encodings."


def _parse(output: Output, sources: Sources) -> Reading:
    findings = tuple(_findings(output, sources))
    not_checked = [
        NotChecked(_NAME, f"it cannot read the file: {found['reason']}", sources.find(found["path"]))
        for found in _UNREADABLE_FILE.finditer(output.stderr)
    ]
    errors = [text for text in _ERROR.findall(output.stderr) if not _is_known(text)]
    failures = [Failure(_NAME, shortened(text)) for text in [*_REJECTED.findall(output.stderr), *errors]]
    explained = findings or failures or not_checked or _NO_ENCODING in output.stderr
    return Reading(findings, tuple(failures) if explained else unexplained(_NAME, output), tuple(not_checked))


def _findings(output: Output, sources: Sources) -> Iterator[Finding]:
    diffs = dict(split(output.stdout, _HEADER))
    for printed in _WRONG_ORDER.findall(output.stderr):
        if path := sources.find(printed):
            line, text = summary(diffs[printed]) if diffs.get(printed) else (1, "it shows no difference")
            found = finding(_NAME, point(path, line), _ORDER, f"imports not in order: {text}", fixable=True)
            # About the whole file; without a measure, since one more import may shift many lines.
            yield found._replace(key=key_of_file(_ORDER), fix=fix(diffs.get(printed, [])))


def _is_known(text: str) -> bool:
    return text == _NO_ENCODING or _WRONG_ORDER.match(f"ERROR: {text}") is not None


def _options(_task: Task) -> list[str]:
    return _OPTIONS


#: A folder or a file that can be imported; not what tools leave behind (``.mypy_cache``, ``__pycache__``).
_MODULE = re.compile(r"(?!__pycache__)\w+(?:\.py|\.[\w.-]*(?:so|pyd))?\Z")

#: With these, names of modules anywhere in the tree decide about the order.
_WIDE_LOOK = re.compile(rb"src_path|known_\w+[^\n]*/")


def _surroundings(project: Project, folder: str, texts: Texts) -> bytes:
    """Which names are the project's own: it looks for modules beside the configuration and in ``src``."""
    if any(_WIDE_LOOK.search(text) for text in texts.values()):
        names = set(project.files)
    else:  # a folder without Python files is a namespace, and what lies in it decides
        names = {path.rpartition("/")[0] for path in project.files}
        names |= {path for path in project.files if path.endswith("/__init__.py")}
    listed = {name for base in {"", "src", folder, f"{folder}/src"} for name in _modules_in(project, base)}
    return digest(*(name.encode(errors="surrogateescape") for name in sorted(names) + sorted(listed)))


def _modules_in(project: Project, folder: str) -> list[str]:
    try:
        names = os.listdir(project.absolute(folder))
    except OSError:
        return []
    return [f"{folder}/{name}" for name in names if _MODULE.match(name)]


LINTER = Linter(
    name=_NAME,
    scope="file",
    exit_codes=frozenset({0, 1}),
    options=_options,
    parse=_parse,
    silent_on_unparsable=True,
    surroundings=_surroundings,
    configuration=Configuration(
        {
            ".isort.cfg": b"",
            "pyproject.toml": b"isort",
            "setup.cfg": b"isort",
            "tox.ini": b"isort",
            ".editorconfig": b"",
        },
        nested=True,
        upwards="in repository",
    ),
)
