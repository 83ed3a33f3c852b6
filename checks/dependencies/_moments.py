"""Objects that no provider could build: made of what only this moment knows, or records that a method fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted, last_name
from quality_kit.tree.functions import enclosing_class, enclosing_function
from quality_kit.tree.walk import subtree

#: The last word of a name for what a provider has as well: settings, connections, the application.
_PROVIDED = re.compile(
    r"(?:\A|_)(?:settings?|conf|config|cfg|configuration|options?|opts|args|env|environment|secrets?|app|application"
    r"|context|ctx|container|db|database|sessions?|sessionmaker|engine|uow|pool|conn|connection|transport|redis|api"
    r"|client|core|loop|bus|logger|log|cls|self|factory|provider|registry|manager|service)\Z",
    re.IGNORECASE,
)
_INIT = "__init__"
#: Decorates the method that makes the default of a field.
_DEFAULT = "default"
#: Locals of locals are followed this far.
_MOST_HOPS = 3


def is_of_the_moment(file: ParsedFile, call: cst.Call) -> bool:
    """Whether an argument is a part of a record that the method was given: ``GitClient(repository.path)``.

    Outside of ``__init__`` also one that is such a parameter itself.
    """
    function = enclosing_function(file.tree, call)
    if function is None:
        return False
    is_init = function.name.value == _INIT
    return _is_data(file, function, [arg.value for arg in call.args], is_init)


def is_filled(file: ParsedFile, call: cst.Call) -> bool:
    """Whether the object is bound to a local name whose attributes the method sets: a record of its own."""
    assigned = file.tree.parent(call)
    function = enclosing_function(file.tree, call)
    if not isinstance(assigned, cst.Assign) or function is None:
        return False
    names = {each.target.value for each in assigned.targets if isinstance(each.target, cst.Name)}
    return any(
        isinstance(each, cst.AssignTarget)
        and isinstance(each.target, cst.Attribute)
        and isinstance(each.target.value, cst.Name)
        and each.target.value.value in names
        for each in subtree(function.body)
    )


def is_default_of_field(file: ParsedFile, call: cst.Call, attribute: str) -> bool:
    """Whether others can fill the attribute, as a field that the class declares, or the method gives its default."""
    function, owner = enclosing_function(file.tree, call), enclosing_class(file.tree, call)
    if function is None or owner is None:
        return False
    decorators = (each.decorator for each in function.decorators)
    if any(last_name(each.func if isinstance(each, cst.Call) else each) == _DEFAULT for each in decorators):
        return True
    return attribute in _declared_fields(owner)


def _declared_fields(owner: cst.ClassDef) -> Iterator[str]:
    """What the body of the class binds to a call: ``manager = Instance(Manager)``.

    Where something else makes the ``__init__``, of annotations: also what the class only annotates.
    """
    lines = (line for line in owner.body.body if isinstance(line, cst.SimpleStatementLine))
    has_init = any(isinstance(each, cst.FunctionDef) and each.name.value == _INIT for each in owner.body.body)
    is_made = not has_init and bool(owner.bases or owner.decorators)
    for small in (small for line in lines for small in line.body):
        is_public = isinstance(small, cst.AnnAssign) and not (dotted(small.target) or "").startswith("_")
        if isinstance(small, cst.AnnAssign) and is_made and is_public:
            yield dotted(small.target) or ""
        elif isinstance(small, (cst.Assign, cst.AnnAssign)) and isinstance(small.value, cst.Call):
            targets = (
                [each.target for each in small.targets] if isinstance(small, cst.Assign) else [small.target]
            )
            yield from (target.value for target in targets if isinstance(target, cst.Name))


def _is_data(
    file: ParsedFile, function: cst.FunctionDef, values: list[cst.BaseExpression], is_whole_fine: bool
) -> bool:
    seen: set[tuple[int, str, bool]] = set()
    for _ in range(_MOST_HOPS + 1):
        named = [each for value in values for each in _names(value)]
        values = []
        for name, is_part in named:
            bound = [] if _PROVIDED.search(name.value) else file.names.bindings(name)
            key = (id(bound[0].node), name.value, is_part) if bound else None
            if key is None or key in seen:
                continue
            seen.add(key)
            if (is_part or not is_whole_fine) and any(_is_of(file, each.node, function) for each in bound):
                return True
            values += (each.value for each in bound if each.value is not None)
    return False


def _names(node: cst.BaseExpression) -> Iterator[tuple[cst.Name, bool]]:
    """The names that an expression reads, and whether only a part of what they stand for is wanted."""
    if isinstance(node, cst.Name):
        yield node, False
    elif isinstance(node, cst.Attribute):
        if not _PROVIDED.search(node.attr.value):
            yield from ((name, True) for name, _ in _names(node.value))
    elif isinstance(node, cst.Subscript):
        yield from ((name, True) for name, _ in _names(node.value))
    elif isinstance(node, cst.Call):
        if isinstance(node.func, cst.Attribute):
            yield from _names(node.func)
        for arg in node.args:
            yield from _names(arg.value)
    elif isinstance(node, (cst.BooleanOperation, cst.BinaryOperation)):
        yield from (*_names(node.left), *_names(node.right))
    elif isinstance(node, cst.IfExp):
        yield from (*_names(node.body), *_names(node.orelse))


def _is_of(file: ParsedFile, node: cst.CSTNode, function: cst.FunctionDef) -> bool:
    """Whether the node is a parameter of the function, or of one in it."""
    return isinstance(node, cst.Param) and any(around is function for around in file.tree.ancestors(node))
