"""What proves something in a test: assertions, and whatever is named like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, last_name

#: In the name of what is called: it raises when something is not as it should be.
_PROVING = re.compile(
    r"assert|check|verif|expect|validat|should|ensure|enforce|authori[sz]e_|compare|\bmust|raises|raise_for"
    r"|\bfail|_fail|xfail|\bskip"
    r"|warns|deprecated_call|approv|snapshot|benchmark|simplefilter|filterwarnings|wait_for|reveal_type"
    # run_state_machine_as_test is hypothesis's own runner, whose machine holds the assertions.
    r"|(?:\b|_)require(?!ment)|^run_state_machine|^eq_$|^ok_$|^testmod$",
    re.IGNORECASE,
)
#: In the name of a fixture: it compares with what was recorded, or asks at the end whether all was called.
_PROVING_FIXTURE = re.compile(
    r"regression$|snapshot|benchmark|respx|httpx_mock|golden|" + _PROVING.pattern, re.I
)
#: In the name of a decorator: the test is not run, is expected to fail, or is compared by what decorates it.
_SPARING_DECORATOR = re.compile(
    r"\bskip\b|xfail|expectedFailure|skipTest|respx|compar|golden|snapshot|regression|benchmark|assert|check"
    r"|expect|raises|warns|\bgiven\b|scenario|abstractmethod|fixture",
    re.IGNORECASE,
)


_SIDE_EFFECT = "side_effect"


def proofs(tree: Tree) -> Iterator[cst.CSTNode]:
    """The nodes of a file that prove something."""
    yield from tree.of(cst.Assert)
    for assignment in tree.of(cst.Assign):
        if any(last_name(each.target) == _SIDE_EFFECT for each in assignment.targets):
            if _PROVING.search(last_name(assignment.value)):
                yield assignment
    for call in tree.of(cst.Call):
        if any(map(_PROVING.search, _names(call.func))) or any(map(_is_checking, call.args)):
            yield call


def has_proving_fixture(function: cst.FunctionDef) -> bool:
    """Whether it asks for a fixture that compares by itself."""
    return any(_PROVING_FIXTURE.search(param.name.value) for param in function.params.params)


def is_spared(function: cst.FunctionDef | cst.ClassDef) -> bool:
    """Whether a decorator says that it is not run as it is, or proves for it."""
    return any(
        _SPARING_DECORATOR.search(name)
        for decorator in function.decorators
        for name in _names(decorator.decorator)
    )


def _is_checking(arg: cst.Arg) -> bool:
    """``subprocess.run(..., check=True)`` raises, and so does ``side_effect=self.verify_call``."""
    keyword = arg.keyword.value if arg.keyword is not None else ""
    if keyword == _SIDE_EFFECT:
        return _PROVING.search(last_name(arg.value)) is not None
    return keyword == "check" and isinstance(arg.value, cst.Name) and arg.value.value == "True"


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
