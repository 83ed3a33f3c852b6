"""Values that are no secrets although they are called so."""

from __future__ import annotations

import re
from functools import cached_property

import libcst as cst

from quality_kit.frameworks.receivers import receivers_of
from quality_kit.tree import Binding, ParsedFile, dotted, last_name
from quality_kit.tree.functions import enclosing_function
from quality_kit.tree.texts import text_of
from quality_kit.tree.walk import subtree

from ._cut_texts import is_cut
from ._exposed_values import Exposed
from ._records import Records, records
from ._sensitive_names import speaks_of_other_tokens, words_of

_TOKEN = "token"
_BARE = frozenset((_TOKEN, "new_token"))
_TEXT_TYPES = frozenset(("builtins.str", "builtins.bytes", "pydantic.SecretStr", "pydantic.EmailStr"))
_NUMBERS = frozenset(("builtins.bool", "builtins.int", "builtins.float"))
_MASKING = frozenset("""
    mask masked redact hide obfuscate sanitize scrub anonymize hash sha256 md5 hexdigest fingerprint
    truncate shorten censor encrypt preview strip len bool
    """.split())
#: What gives policies the roles and ids of who asks, which they call credentials.
_ATTRIBUTES = "to_policy_values"
#: A token that may be left out, behind one of them in the signature, says where the next page begins.
_PAGING = frozenset(("limit", "offset", "page_size", "per_page", "max_results"))
#: ``token = variable.set(value)``, ``token = await lock.acquire()``.
_TOKEN_MAKERS = frozenset(
    ("set", "acquire", "acquire_nowait", "attach", "borrow", "subscribe", "lock", "next")
    + ("isoformat", "strftime")
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
    card payment slack hf hub webhook
    """.split())
#: ``f"/reports/{report_token}/queries"``: in such a file a token is what others call an id.
_RESOURCE = re.compile(rb"/(\w+)s/\{(?:\w+\.)*\1_token\}")
#: A function with such names takes texts apart: there a token without such a word is a piece of one.
_UNITS = re.compile(
    r"tokeni[sz]er|\Atokeni[sz]e\Z|logprob|input_ids|special_tokens|\Avocab|\Alexer\Z", re.IGNORECASE
)
_ENVIRONMENT, _NONE = "environ", "None"
_CONFIGURATION = ("settings", "config", "env", "conf", "secrets")


class Harmless:
    """Which values of a file are nothing to hide, although they are called so; each function is read once."""

    def __init__(self, file: ParsedFile) -> None:
        self._file = file
        self._receivers = receivers_of(file)
        self._records: dict[int, Records] = {}
        self._asked: dict[int, frozenset[str]] = {}
        self._units: dict[int, bool] = {}

    def has(self, value: Exposed, kind: str) -> bool:
        """Whether what the file shows of the value tells that it is nothing to hide."""
        file, node = self._file, value.node
        if isinstance(node, cst.Attribute) and _is_member(node):
            return True
        if isinstance(node, cst.Name) and any(_is_safe(each) for each in file.names.bindings(node)):
            return True
        if isinstance(node, cst.Name) and (
            _is_made_safe(file.names.bindings(node)) or self._is_variable_or_record(node)
        ):
            return True
        known = self._receivers.type_of(node)
        if known in _NUMBERS:
            return True
        if kind != _TOKEN:
            return False
        if value.name.lower() in _BARE:
            return _is_other_token(file, node, known)
        return _OPENING.isdisjoint(words_of(value.name)) and (self._has_resource or self._has_units(node))

    def _has_units(self, node: cst.CSTNode) -> bool:
        """Whether a function or class around is named for pieces of text, or the function uses what makes them."""
        around = [
            each
            for each in self._file.tree.ancestors(node)
            if isinstance(each, (cst.FunctionDef, cst.ClassDef, cst.Module))
        ]
        named = (each.name.value for each in around if not isinstance(each, cst.Module))
        return any(map(_UNITS.search, named)) or self._uses_units(around[0])

    def _uses_units(self, part: cst.CSTNode) -> bool:
        if id(part) not in self._units:
            names = (each.value for each in subtree(part) if isinstance(each, cst.Name))
            self._units[id(part)] = any(map(_UNITS.search, names))
        return self._units[id(part)]

    @cached_property
    def _has_resource(self) -> bool:
        return _RESOURCE.search(self._file.source.data) is not None

    def _is_variable_or_record(self, name: cst.Name) -> bool:
        """Whether the same function asks the environment for what is called so, or reads fields of it."""
        function = enclosing_function(self._file.tree, name)
        if function is None:
            return False
        key = id(function)
        if key not in self._records:
            asked = map(_asked, subtree(function))
            self._asked[key] = frozenset(each.value for each in asked if isinstance(each, cst.Name))
            self._records[key] = records(function)
        known = self._records[key]
        return name.value in known.names | self._asked[key] or id(name) in known.stripped


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
        return last_name(value.func) == _ATTRIBUTES or not _MASKING.isdisjoint(
            words_of(last_name(value.func))
        )
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
    return bool(bindings) and all(_is_module_or_object(each) or is_cut(each.value) for each in bindings)


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


def _is_other_token(file: ParsedFile, node: cst.BaseExpression, known: str | None) -> bool:
    if known is not None and known not in _TEXT_TYPES and not known.endswith("()"):
        return not _opens(known.rpartition(".")[2])
    if isinstance(node, cst.Name) and any(map(_is_unit, file.names.bindings(node))):
        return True
    function = enclosing_function(file.tree, node)
    if function is not None and _turns_pages(_params(function), last_name(node)):
        return True
    around = (
        each.name.value
        for each in file.tree.ancestors(node)
        if isinstance(each, (cst.FunctionDef, cst.ClassDef))
    )
    return speaks_of_other_tokens(file.path.rpartition("/")[2]) or any(map(speaks_of_other_tokens, around))


def _turns_pages(params: list[cst.Param], name: str) -> bool:
    """Whether a parameter that may be left out follows the size of a page."""
    names = [each.name.value for each in params]
    if name not in names:
        return False
    index = names.index(name)
    default = params[index].default
    return not _PAGING.isdisjoint(names[:index]) and isinstance(default, cst.Name) and default.value == _NONE


def _is_unit(binding: Binding) -> bool:
    if isinstance(binding.node, (cst.For, cst.CompFor)):
        return True
    value = binding.value
    value = value.expression if isinstance(value, cst.Await) else value
    if not isinstance(value, cst.Call):
        return False
    return last_name(value.func) in _TOKEN_MAKERS or "tokenizer." in (dotted(value.func) or "")


def _params(function: cst.FunctionDef) -> list[cst.Param]:
    return [*function.params.posonly_params, *function.params.params, *function.params.kwonly_params]
