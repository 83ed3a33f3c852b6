"""What stands around a text that opens nothing: doubles for tests, statistics, tables of fields."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile, dotted
from quality_kit.tree.texts import text_of

from ._secret_names import words_of
from ._secret_places import Named
from ._secret_values import is_name_of_field

_PYTEST = "pytest"
_DOUBLES = frozenset(("mock", "dummy", "fake", "stub", "noop"))
#: ``FakeNewsDetector`` finds fakes, and is none; ``noop_or_charge`` may charge.
_WORKS_ON_DOUBLES = frozenset(
    ("detector", "detection", "classifier", "checker", "check", "finder", "filter", "scorer", "or")
)
#: What the key of a service of statistics is called behind the name of the service.
_STATISTICS_KEY = frozenset(("project", "client", "public", "write", "api", "key", "token"))


def is_of_tests(file: ParsedFile) -> bool:
    """Whether the module imports pytest: fixtures, or a plugin for tests."""
    if _PYTEST not in file.source.text:
        return False
    imports: list[tuple[cst.CSTNode, str | None]] = [
        *((each, dotted(alias.name)) for each in file.tree.of(cst.Import) for alias in each.names),
        *((each, dotted(each.module)) for each in file.tree.of(cst.ImportFrom)),
    ]
    found = (each for each, name in imports if (name or "").partition(".")[0] == _PYTEST)
    # ``def test(): import pytest`` starts the tests of a package from its own code.
    return any(isinstance(file.names.scope_of(each), cst.Module) for each in found)


def is_pretended(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether a class or function around it opens nothing, by how its name begins: ``MockAuthorizer``."""
    scopes = (each for each in file.tree.ancestors(node) if isinstance(each, (cst.ClassDef, cst.FunctionDef)))
    return any(_is_double(words_of(scope.name.value)) for scope in scopes)


def _is_double(words: tuple[str, ...]) -> bool:
    return bool(words) and words[0] in _DOUBLES and _WORKS_ON_DOUBLES.isdisjoint(words)


def is_key_of_statistics(name: str, services: frozenset[str]) -> bool:
    """``MIXPANEL_TOKEN``, ``SHOP_POSTHOG_API_KEY``; not ``posthog_personal_api_key``."""
    words = words_of(name)
    rest = next((words[index + 1 :] for index, word in enumerate(words) if word in services), None)
    return rest is not None and _STATISTICS_KEY.issuperset(rest)


def is_name_in_table(file: ParsedFile, named: Named) -> bool:
    """Whether the text and all others of its dictionary name fields: ``{"DB_USER": "user", "DB_PWD": "password"}``."""
    element = file.tree.parent(named.literal)
    table = file.tree.parent(element) if isinstance(element, cst.DictElement) else None
    if not isinstance(table, cst.Dict) or len(table.elements) == 1:
        return False
    return all(isinstance(each, cst.DictElement) and _is_of_field(each) for each in table.elements)


def _is_of_field(element: cst.DictElement) -> bool:
    name, text = text_of(element.key), text_of(element.value)
    return bool(name and text) and is_name_of_field(text or "", name or "")
