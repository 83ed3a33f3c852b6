"""What stands around a text that opens nothing: doubles for tests, statistics."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import ParsedFile

from ._secret_names import words_of

_DOUBLES = frozenset(("mock", "dummy", "fake", "stub", "noop"))
#: ``FakeNewsDetector`` finds fakes, and is none; ``noop_or_charge`` may charge.
_WORKS_ON_DOUBLES = frozenset(
    ("detector", "detection", "classifier", "checker", "check", "finder", "filter", "scorer", "or")
)
#: What the key of a service of statistics is called behind the name of the service.
_STATISTICS_KEY = frozenset(("project", "client", "public", "write", "api", "key", "token"))


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
