"""What Jenkins' schema of JUnit reports (version 10) asks for, the strictest that is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

#: By element: attributes that must be there, those that may be, and the elements it may hold.
_ELEMENTS = {
    "testsuites": ((), ("name", "time", "tests", "failures", "errors"), ("testsuite",)),
    "testsuite": (
        ("name", "tests", "failures", "errors"),
        ("time", "skipped", "file", "package", "id"),
        ("testcase",),
    ),
    "testcase": (("name",), ("classname", "time"), ("skipped", "error", "failure")),
    "skipped": ((), ("type", "message"), ()),
    "error": ((), ("type", "message"), ()),
    "failure": ((), ("type", "message"), ()),
}
_TIME = re.compile(r"[0-9]*(\.[0-9]*)?")


def mistakes(root: ET.Element) -> list[str]:
    """What the schema refuses; empty for a valid report."""
    return [*_mistakes(root), *_wrong_counts(root)]


def _mistakes(element: ET.Element) -> Iterator[str]:
    required, optional, children = _ELEMENTS[element.tag]
    for name in required:
        if name not in element.attrib:
            yield f"{element.tag} has no {name}"
    for name, value in element.attrib.items():
        if name not in (*required, *optional):
            yield f"{element.tag} may not have {name}"
        if name == "time" and not _TIME.fullmatch(value):
            yield f"{value} is no time"
    for child in element:
        if child.tag not in children:
            yield f"{element.tag} may not hold {child.tag}"
        yield from _mistakes(child)


def _wrong_counts(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            found = len(list(element.iter(tag)))
            if name in element.attrib and int(element.attrib[name]) != found:
                yield f"{element.tag} counts {element.attrib[name]} {name} and holds {found}"
