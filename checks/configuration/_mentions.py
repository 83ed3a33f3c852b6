"""Facts about texts that may be names of variables, or parts of them, whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import libcst as cst

from quality_kit.finding import Fact, Place
from quality_kit.rule import Collector
from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

#: As a whole literal, or behind a dollar in a command.
_NAME = re.compile(r"[A-Z_][A-Z0-9_]{2,99}\Z", re.ASCII)
_IN_COMMAND = re.compile(r"\$\{?([A-Za-z_]\w{2,99})", re.ASCII)
_PART = re.compile(r"[A-Z0-9_]*\Z", re.ASCII)
_LEAST_LETTERS = 3
#: Without any of these a file reads no variable, nor says which.
_READING = ("environ", "getenv", "Env", "dotenv", "decouple", "dynaconf")
_CONFIG_CALLS = ("SettingsConfigDict", "ConfigDict", "dict")
_PREFIX, _STAR = "prefix", "*"
_SETTINGS_CLASS = re.compile(r"Settings|Config|Environment|Env\Z")


class Mentions(Collector):
    """``{"names": [...], "patterns": ["*_API_KEY"]}`` of a file, ``{"field": "url"}`` at each field.

    Patterns have one star for each part that is not known; fields are those of classes named for settings.
    """

    def visit_Module(self, node: cst.Module) -> None:
        found = {
            "names": sorted(set(_names(self.file))),
            "patterns": sorted(set(_patterns(self.file))),
        }
        if any(found.values()):
            self.fact({kind: content for kind, content in found.items() if content})
        for name, field in _fields(self.file):
            self.fact({"field": name}, field)


def _names(file: ParsedFile) -> Iterator[str]:
    for literal in file.tree.of(cst.SimpleString):
        text = text_of(literal)
        if text and _NAME.match(text):
            yield text
        elif text and "$" in text:
            yield from _IN_COMMAND.findall(text)


def _patterns(file: ParsedFile) -> Iterator[str]:
    """Texts with an open part count where a file reads variables; a prefix given by keyword counts anywhere."""
    yield from _prefixes(file)
    if not any(word in file.source.text for word in _READING):
        return
    for literal in file.tree.of(cst.SimpleString):
        text, parent = text_of(literal) or "", file.tree.parent(literal)
        if isinstance(parent, cst.Arg) and _is_pydantic(file, parent):
            continue
        if _is_part(text) and text[-1] == "_":
            yield text + _STAR
        elif _is_part(text) and text[0] == "_":
            yield _STAR + text
    for formatted in file.tree.of(cst.FormattedString):
        parts = [
            part.value if isinstance(part, cst.FormattedStringText) else _STAR for part in formatted.parts
        ]
        texts = "".join(part for part in parts if part != _STAR)
        if _STAR in parts and _is_part(texts):
            yield "".join(parts)


def _prefixes(file: ParsedFile) -> Iterator[str]:
    for arg in file.tree.of(cst.Arg):
        if arg.keyword is not None and _PREFIX in arg.keyword.value.lower() and not _is_pydantic(file, arg):
            text = text_of(arg.value)
            if text and text.isidentifier():
                yield text + _STAR


def _is_pydantic(file: ParsedFile, arg: cst.Arg) -> bool:
    """Whether the prefix is that of a settings class, whose variables are known one by one."""
    call = file.tree.parent(arg)
    name = dotted(call.func) if isinstance(call, cst.Call) else ""
    return isinstance(call, cst.ClassDef) or (name or "").rpartition(".")[2] in _CONFIG_CALLS


def _is_part(text: str) -> bool:
    return len(text.replace("_", "")) >= _LEAST_LETTERS and _PART.match(text) is not None


def _fields(file: ParsedFile) -> Iterator[tuple[str, cst.AnnAssign]]:
    """The annotated names in the bodies of classes named for settings, or made from such."""
    for field in file.tree.of(cst.AnnAssign):
        around = file.names.scope_of(field) if isinstance(field.target, cst.Name) else None
        if isinstance(around, cst.ClassDef):
            names = [around.name.value, *(dotted(base.value) or "" for base in around.bases)]
            if any(map(_SETTINGS_CLASS.search, names)):
                yield dotted(field.target) or "", field


class Mentioned(NamedTuple):
    """What all files of the tree mention."""

    names: frozenset[str]
    pattern: re.Pattern[str]
    #: In lower case.
    fields: frozenset[str]

    @classmethod
    def of(cls, facts: Mapping[str, Sequence[Fact]], known: Collection[tuple[str, Place]]) -> Mentioned:
        """Put the facts of all files together.

        Args:
            facts: By path.
            known: The places of fields whose variables are known.
        """
        places = [(path, fact) for path, of_file in facts.items() for fact in of_file]
        data = [fact.data for _, fact in places]
        patterns = {pattern for each in data for pattern in each.get("patterns", ())}
        parts = (".*".join(map(re.escape, pattern.split(_STAR))) for pattern in sorted(patterns))
        return cls(
            frozenset(name for each in data for name in each.get("names", ())),
            re.compile("|".join(parts) or r"(?!)", re.IGNORECASE),
            frozenset(
                fact.data["field"].lower()
                for path, fact in places
                if "field" in fact.data and (path, fact.place) not in known
            ),
        )

    def may_mean(self, name: str, endings: frozenset[str]) -> bool:
        """Whether some code may read the variable.

        Args:
            name: Of the variable.
            endings: In lower case the names of fields that have a prefix, but nobody knows which.
        """
        if name in self.names or name.lower() in self.fields or self.pattern.fullmatch(name):
            return True
        words = name.lower().split("_")
        return any("_".join(words[index:]) in endings for index in range(len(words)))
