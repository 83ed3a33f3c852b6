"""Values that are no secrets although they are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import libcst as cst

from quality_kit.frameworks.receivers import receivers_of
from quality_kit.tree import Binding, ParsedFile, last_name
from quality_kit.tree.functions import enclosing_function
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import subtree

from ._exposed_values import Exposed, exposed
from ._sensitive_names import speaks_of_other_tokens, words_of

_TOKEN = "token"
_BARE = frozenset((_TOKEN, "new_token"))
_TEXT_TYPES = frozenset(("builtins.str", "builtins.bytes", "pydantic.SecretStr", "pydantic.EmailStr"))
_NUMBERS = frozenset(("builtins.bool", "builtins.int", "builtins.float"))
_MASKING = frozenset("""
    mask masked redact hide obfuscate sanitize scrub anonymize hash sha256 md5 hexdigest fingerprint
    truncate shorten censor encrypt preview strip len bool
    """.split())
#: ``token = variable.set(value)``, ``token = await lock.acquire()``.
_TOKEN_MAKERS = frozenset(
    ("set", "acquire", "acquire_nowait", "attach", "borrow", "subscribe", "lock", "next")
)
#: Constants like ``"OPENAI_API_KEY"``, ``"X-Api-Key"``, ``"password"``: the name of a place, not what is in it.
_PLACE = re.compile(r"[A-Z][A-Z0-9_]*|[A-Za-z]+(?:-[A-Za-z]+)+|[a-z_]+|\*+")
#: Classes whose objects show what they hold; a ``CancellationToken`` or a bare ``Token`` holds no secret.
_SHOWN = re.compile(
    r"Str\Z|String|Secret|Email|Credential|Config|Settings|Model|Data|Request|Dict\Z|Key\Z|Password\Z"
)
#: Words of tokens that open something, wherever they stand.
_OPENING = frozenset("""
    access refresh auth authentication authorization bearer api secret session user reset login csrf jwt id
    invite verification confirmation magic device service bot admin client github oauth
    """.split())
#: ``f"/reports/{report_token}/queries"``: in such a file a token is what others call an id.
_RESOURCE = re.compile(rb"/(\w+)s/\{(?:\w+\.)*\1_token\}")
_ENVIRONMENT = "environ"
_CONFIGURATION = ("settings", "config", "env", "conf", "secrets")


class Harmless:
    """Which values of a file are nothing to hide, although they are called so; each function is read once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._receivers = receivers_of(file)
        self._asked: dict[int, frozenset[str]] = {}

    def has(self, value: Exposed, kind: str) -> bool:
        """Whether what the file shows of the value tells that it is nothing to hide."""
        file, node = self._file, value.node
        if isinstance(node, cst.Attribute) and _is_member(node):
            return True
        if isinstance(node, cst.Name) and any(_is_safe(each) for each in file.names.bindings(node)):
            return True
        if isinstance(node, cst.Name) and (
            _is_made_safe(file.names.bindings(node)) or self._is_variable(node)
        ):
            return True
        known = self._receivers.type_of(node)
        if known in _NUMBERS:
            return True
        if kind != _TOKEN:
            return False
        if value.name.lower() in _BARE:
            return _is_other_token(file, node, known)
        return _OPENING.isdisjoint(words_of(value.name)) and self._has_resource

    @cached_property
    def _has_resource(self) -> bool:
        return _RESOURCE.search(self._file.source.data) is not None

    def _is_variable(self, name: cst.Name) -> bool:
        """Whether the same function asks the environment for the variable of that name: ``os.environ[secret]``."""
        function = enclosing_function(self._file.tree, name)
        if function is None:
            return False
        if id(function) not in self._asked:
            asked = map(_asked, subtree(function))
            self._asked[id(function)] = frozenset(each.value for each in asked if isinstance(each, cst.Name))
        return name.value in self._asked[id(function)]


def _is_member(node: cst.Attribute) -> bool:
    """Whether it is a member of an enum: ``GrantType.PASSWORD``."""
    owner = last_name(node.value)
    is_class = owner[:1].isupper() and not owner.isupper()
    return node.attr.value.isupper() and is_class and not owner.lower().endswith(_CONFIGURATION)


def _is_safe(binding: Binding) -> bool:
    value = binding.value
    if isinstance(value, (cst.Comparison, cst.UnaryOperation)):
        return True
    if isinstance(value, cst.Call):
        return not _MASKING.isdisjoint(words_of(last_name(value.func)))
    text = text_of(value)
    return text is not None and _PLACE.fullmatch(text) is not None


def _asked(node: cst.CSTNode) -> cst.BaseExpression | None:
    """The name that ``os.environ[...]``, ``os.environ.get(...)`` or ``os.getenv(...)`` is given."""
    if isinstance(node, cst.Subscript) and last_name(node.value) == _ENVIRONMENT:
        index = node.slice[0].slice
        return index.value if isinstance(index, cst.Index) else None
    if not isinstance(node, cst.Call) or not node.args:
        return None
    owner = last_name(node.func.value) if isinstance(node.func, cst.Attribute) else ""
    return node.args[0].value if last_name(node.func) == "getenv" or owner == _ENVIRONMENT else None


def _is_made_safe(bindings: list[Binding]) -> bool:
    """Whether it is a module, an object of a class, or a text that was made of slices: ``f"{key[:4]}***"``."""
    return bool(bindings) and all(_is_module_or_object(each) or _is_cut(each.value) for each in bindings)


def _is_module_or_object(binding: Binding) -> bool:
    if binding.imported is not None:
        return "." not in binding.imported
    made = last_name(binding.value.func) if isinstance(binding.value, cst.Call) else ""
    return made[:1].isupper() and not made.isupper() and not _shows_value(made)


def _shows_value(made: str) -> bool:
    return _SHOWN.search(made) is not None or _opens(made)


def _opens(name: str) -> bool:
    """Whether it is the class of a token that opens something: ``AccessToken``."""
    words = words_of(name)
    return words[-1:] == [_TOKEN] and not _OPENING.isdisjoint(words)


def _is_cut(value: cst.BaseExpression | None) -> bool:
    """Whether of all values in it only a part is shown."""
    if isinstance(value, cst.IfExp):
        return _is_cut(value.body) and (_is_cut(value.orelse) or not list(exposed(value.orelse)))
    if isinstance(value, cst.FormattedString):
        fields = [part.expression for part in value.parts if isinstance(part, cst.FormattedStringExpression)]
        return bool(fields) and all(map(_is_slice, fields))
    if isinstance(value, cst.BinaryOperation):
        terms = list(_terms(value))
        are_cut = [_is_cut(term) for term in terms]
        return any(are_cut) and all(
            is_cut or text_of(term) is not None for is_cut, term in zip(are_cut, terms)
        )
    return _is_slice(value)


def _terms(value: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What operators put together: of ``a + b + c`` all three."""
    waiting = [value]
    while waiting:
        term = waiting.pop()
        if isinstance(term, cst.BinaryOperation):
            waiting += (term.left, term.right)
        else:
            yield term


def _is_slice(value: cst.BaseExpression | None) -> bool:
    """``key[:4]``, but not ``header[7:]``, which is all that matters of it."""
    part = value.slice[0].slice if isinstance(value, cst.Subscript) else None
    return isinstance(part, cst.Slice) and (part.lower is None or isinstance(part.lower, cst.UnaryOperation))


def _is_other_token(file: ParsedFile, node: cst.BaseExpression, known: str | None) -> bool:
    if known is not None and known not in _TEXT_TYPES and not known.endswith("()"):
        return not _opens(known.rpartition(".")[2])
    if isinstance(node, cst.Name) and any(map(_is_unit, file.names.bindings(node))):
        return True
    around = (
        each.name.value
        for each in file.tree.ancestors(node)
        if isinstance(each, (cst.FunctionDef, cst.ClassDef))
    )
    return speaks_of_other_tokens(file.path.rpartition("/")[2]) or any(map(speaks_of_other_tokens, around))


def _is_unit(binding: Binding) -> bool:
    if isinstance(binding.node, (cst.For, cst.CompFor)):
        return True
    value = binding.value
    value = value.expression if isinstance(value, cst.Await) else value
    return isinstance(value, cst.Call) and last_name(value.func) in _TOKEN_MAKERS
