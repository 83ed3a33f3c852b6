"""What proves something in a test: assertions, and whatever is named like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, dotted, last_name
from quality_kit.tree.functions import enclosing_function, parameters

#: In the name of what is called: it raises when something is not as it should be.
_PROVING = re.compile(
    r"assert|check|verif|expect|validat|should|ensure|enforce|authori[sz]e_|compare|\bmust|raises|raise_for"
    r"|\bfail|_fail|xfail|\bskip"
    r"|warns|deprecated_call|approv|snapshot|benchmark|simplefilter|filterwarnings|reveal_type"
    r"|(?:wait|poll|retry)_?(?:for|until)|eventually"
    # run_state_machine_as_test is hypothesis's own runner, whose machine holds the assertions.
    r"|(?:\b|_)require(?!ment)|^run_state_machine|^eq_$|^ok_$|^testmod$|^_+test_",
    re.IGNORECASE,
)
#: Types of Playwright and Selenium: in a browser nothing can be clicked that is not there.
_BROWSERS = frozenset(("Page", "Playwright", "Browser", "BrowserContext", "WebDriver"))
#: In the name of a fixture: it compares with what was recorded, asks at the end whether all was called (respx and
#: httpx_mock do, requests_mock and aioresponses do not), or is a browser.
_PROVING_FIXTURE = re.compile(
    r"regression$|snapshot|benchmark|^playwright$" r"|^selenium$|respx|httpx_mock|golden|" + _PROVING.pattern,
    re.I,
)
#: In the name of a decorator: the test is not run, is expected to fail, or is compared by what decorates it.
_SPARING_DECORATOR = re.compile(
    r"\bskip\b|xfail|expectedFailure|skipTest|respx"
    r"|compar|golden|snapshot|regression|benchmark|assert|check"
    r"|expect|raises|warns|\bgiven\b|scenario|abstractmethod|fixture",
    re.IGNORECASE,
)


_SIDE_EFFECT = "side_effect"
#: Keywords that say what has to come; with WebTest's ``expect_errors`` anything may, and ``expected_delivery`` is
#: something of an order.
_EXPECTED = re.compile(
    r"expect(?:ed)?(?:_(?:status(?:_code)?|codes?|(?:exit|return)_?code|results?|outputs?|answers?|responses?"
    r"|exceptions?|messages?|stdout|stderr|text|body|data|json))?\Z"
    r"|expected_errors?\Z"
)
#: A status of HTTP, by number or by name; the statuses of orders have other names.
_NUMBER = re.compile(r"[1-5]\d\d\Z")
_STATUS = re.compile(r"(?:\A|\.)(?:HTTPStatus\.\w+|status\.HTTP_\w+|codes\.\w+)", re.ASCII)
#: Requests that WebTest and helpers like it compare with ``status``; a mock is told its answer with the same word.
_REQUEST = re.compile(r"(?:\w+_)?(?:get|post|put|patch|delete|head|options|request)(?:_\w+)?\Z")
_ASKED = re.compile(r"(?!.*(?:mock|fake|stub)).*(?:app|client|api)|(?:self|cls)\Z", re.IGNORECASE)


def proofs(tree: Tree) -> Iterator[cst.CSTNode]:
    """The nodes of a file that prove something, whoever calls the function in which they are."""
    yield from tree.of(cst.Assert)
    for assignment in tree.of(cst.Assign):
        if any(last_name(each.target) == _SIDE_EFFECT for each in assignment.targets):
            if _PROVING.search(last_name(assignment.value)):
                yield assignment
    for call in tree.of(cst.Call):
        if any(map(_PROVING.search, _names(call.func))) or any(
            _is_checking(tree, call, each) for each in call.args
        ):
            yield call


def expectations(tree: Tree) -> Iterator[cst.Call]:
    """The calls of a file that are told what has to come: they prove something in a test, and make no helper prove."""
    for call in tree.of(cst.Call):
        if any(each.keyword is not None and _EXPECTED.match(each.keyword.value) for each in call.args):
            yield call


def has_proving_fixture(function: cst.FunctionDef) -> bool:
    """Whether it asks for a fixture that compares by itself."""
    return any(
        _PROVING_FIXTURE.search(param.name.value) or _annotated(param) in _BROWSERS
        for param in function.params.params
    )


def _annotated(param: cst.Param) -> str:
    return last_name(param.annotation.annotation) if param.annotation is not None else ""


def is_spared(function: cst.FunctionDef | cst.ClassDef) -> bool:
    """Whether a decorator says that it is not run as it is, or proves for it."""
    return any(
        _SPARING_DECORATOR.search(name)
        for decorator in function.decorators
        for name in _names(decorator.decorator)
    )


def _is_checking(tree: Tree, call: cst.Call, arg: cst.Arg) -> bool:
    """``run(..., check=True)`` raises, and so do ``side_effect=self.verify_call`` and ``self.get(url, status=404)``."""
    keyword = arg.keyword.value if arg.keyword is not None else ""
    if keyword == _SIDE_EFFECT:
        return _PROVING.search(last_name(arg.value)) is not None
    if keyword == "status":
        owner = call.func.value if isinstance(call.func, cst.Attribute) else None
        is_request = _REQUEST.match(last_name(call.func)) and _ASKED.match(last_name(owner))
        return is_request is not None and _is_status(tree, arg.value)
    return keyword == "check" and isinstance(arg.value, cst.Name) and arg.value.value == "True"


def _is_status(tree: Tree, value: cst.BaseExpression) -> bool:
    """Whether it is a status of HTTP, or a parameter that is one by default."""
    if isinstance(value, cst.Integer):
        return _NUMBER.match(value.value) is not None
    if isinstance(value, cst.Name):
        function = enclosing_function(tree, value)
        params = (each for _, each in parameters(function)) if function is not None else ()
        defaults = (each.default for each in params if each.name.value == value.value)
        return any(
            isinstance(each, (cst.Integer, cst.Attribute)) and _is_status(tree, each) for each in defaults
        )
    return _STATUS.search(dotted(value) or "") is not None


def _names(node: cst.BaseExpression) -> Iterator[str]:
    """All names along a chain of attributes, calls and subscripts."""
    while True:
        if isinstance(node, cst.Attribute):
            yield node.attr.value
            node = node.value
        elif isinstance(node, cst.Call):
            node = node.func
        elif isinstance(node, cst.Subscript):
            node = node.value
        else:
            if isinstance(node, cst.Name):
                yield node.value
            return
