"""Names, configuration and the replacements of tests beside the questions of guides."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.outlines.note import Noted, shown
from quality_kit.tree import ParsedFile, dotted, last_name
from quality_kit.tree.functions import parameters
from quality_kit.tree.texts import text_of

_CLASS = re.compile(r"_*[A-Z][A-Za-z0-9]*_*\Z")
_LOWER = re.compile(r"[a-z0-9_]+\Z")
#: Names that others prescribe: visitors, handlers of ``http.server``, ``unittest``.
_PRESCRIBED = re.compile(
    r"(?:visit|leave|depart|do|handle|on)_\w+\Z|setUp\w*\Z|tearDown\w*\Z|assert[A-Z]\w*\Z"
)
_CONFIGURATION = re.compile(r"(?:\w*_)?(?:config|configuration|settings|conf|cfg)\Z")
_DICTS = frozenset(("dict", "Dict", "Mapping", "MutableMapping"))
_PATCHING = frozenset(("patch", "AsyncMock", "Mock", "MagicMock", "create_autospec", "mock_open"))
_PATCHING_ORIGINS = ("respx.", "responses.", "httpretty.", "vcr.", "requests_mock.", "pytest_httpx.")


def names_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """Classes, functions and parameters that PEP 8 would write differently."""
    for defined in file.tree.of(cst.ClassDef):
        if not _CLASS.match(defined.name.value):
            yield Noted("odd-names", defined.name, f"class {defined.name.value}")
    for function in file.tree.of(cst.FunctionDef):
        name = function.name.value
        if not _LOWER.match(name) and not _PRESCRIBED.match(name):
            yield Noted("odd-names", function.name, f"function {name}")
        for written, parameter in parameters(function):
            if not _LOWER.match(written.lstrip("*")):
                yield Noted("odd-names", parameter, f"parameter {written} of {name}")


def configuration_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """Configuration that is passed or read as a dict."""
    for node in file.tree.of(cst.Subscript):
        index = node.slice[0].slice if len(node.slice) == 1 else None
        is_key = isinstance(index, cst.Index) and text_of(index.value) is not None
        if is_key and _CONFIGURATION.match(last_name(node.value)):
            yield Noted("config-dicts", node, shown(file, node))
    for function in file.tree.of(cst.FunctionDef):
        for written, parameter in parameters(function):
            if _CONFIGURATION.match(written) and _is_dict(parameter.annotation):
                yield Noted("config-dicts", parameter, f"parameter {shown(file, parameter).rstrip(', ')}")


def _is_dict(annotation: cst.Annotation | None) -> bool:
    if annotation is None:
        return False
    value = annotation.annotation
    named = value.value if isinstance(value, cst.Subscript) else value
    return last_name(named) in _DICTS


def replacements_to_judge(file: ParsedFile) -> Iterator[Noted]:
    """What is put in the place of something else, as tests do."""
    for call in file.tree.of(cst.Call):
        if _is_patching(file, call):
            yield Noted("test-patches", call, shown(file, call))


def _is_patching(file: ParsedFile, call: cst.Call) -> bool:
    origin = file.names.qualified(call.func) or dotted(call.func) or ""
    parts = origin.split(".")
    if parts[-1] in _PATCHING or "patch" in parts[:-1] or origin.startswith(_PATCHING_ORIGINS):
        return True
    return parts[0] == "monkeypatch" and parts[-1] != "chdir"
