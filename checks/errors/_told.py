"""How a failure is told other than by raising in the handler: by refusing, at a terminal, or by what comes after."""

from __future__ import annotations

import libcst as cst

from quality_kit.frameworks.handlers import Handler, own_nodes
from quality_kit.tree import ParsedFile, dotted, last_name
from quality_kit.tree.functions import enclosing_function

#: ``flask.abort(500)``, ``self.fail("...")``, ``die("...")``: most of them raise, all of them end what was tried.
_REFUSING = frozenset(("abort", "fail", "die"))
#: Whose calls of that name raise; ``transaction.abort()`` and ``job.fail()`` end nothing.
_REFUSERS = frozenset(
    ("self", "cls", "ctx", "context", "flask", "quart", "bottle", "werkzeug", "exceptions", "pytest")
)
#: The first words of functions that may fail.
_TENTATIVE = frozenset(("try", "maybe", "attempt"))
#: ``self.error(...)`` of a parser or a logger, after what did not succeed.
_TELLING = _REFUSING | {"error", "warning", "warn", "critical", "exception"}
_LEAVING = (cst.Return, cst.Break, cst.Continue)
#: ``print``, ``click.echo``, ``console.print``, ``self.stderr.write``.
_PRINTING = frozenset(("print", "pprint", "cprint", "echo", "secho"))
_STREAMS = frozenset(("stdout", "stderr"))
#: What shows an object runs code of the object.
_SHOWING = frozenset(("str", "repr", "ascii", "pformat"))


def is_refused(handler: Handler) -> bool:
    """Whether the handler aborts or fails by a call of that name."""
    return any(isinstance(node, cst.Call) and _ends(node.func) for node in own_nodes(handler.body))


def _ends(function: cst.BaseExpression) -> bool:
    owner = dotted(function.value) if isinstance(function, cst.Attribute) else None
    is_known = isinstance(function, cst.Name) or (owner or "").rpartition(".")[2] in _REFUSERS
    return is_known and last_name(function) in _REFUSING


def _refuses(statement: cst.CSTNode) -> bool:
    """Whether the statement is such a call."""
    value = statement.value if isinstance(statement, cst.Expr) else None
    return isinstance(value, cst.Call) and last_name(value.func) in _REFUSING


def prints_error(handler: Handler) -> bool:
    """Whether the handler prints something and reads the error for it."""
    if handler.name is None or not isinstance(handler.name.name, cst.Name):
        return False
    name = handler.name.name.value
    nodes = list(own_nodes(handler.body))
    reads = any(isinstance(node, cst.Name) and node.value == name for node in nodes)
    return reads and any(isinstance(node, cst.Call) and _prints(node.func) for node in nodes)


def _prints(function: cst.BaseExpression) -> bool:
    if last_name(function) in _PRINTING:
        return True
    owner = last_name(function.value) if isinstance(function, cst.Attribute) else ""
    return last_name(function) == "write" and owner in _STREAMS


def only_shows(block: cst.BaseSuite) -> bool:
    """Whether the block does nothing but turn an object into text, which can fail in every way."""
    calls = [node for node in own_nodes(block) if isinstance(node, cst.Call)]
    return len(block.body) == 1 and bool(calls) and all(last_name(call.func) in _SHOWING for call in calls)


def is_told_next(file: ParsedFile, handler: Handler) -> bool:
    """Whether what comes after the ``try`` raises or logs that it failed: who succeeds has left before."""
    attempt = file.tree.parent(handler)
    if not isinstance(attempt, (cst.Try, cst.TryStar)):
        return False
    leaves = {type(node) for node in own_nodes(attempt.body) if isinstance(node, _LEAVING)}
    after = _next(file, attempt) if leaves else None
    if after is None and cst.Return in leaves:
        after = _next_outside(file, attempt)
    if not isinstance(after, cst.SimpleStatementLine):
        return False
    calls = [node for node in own_nodes(after) if isinstance(node, cst.Call)]
    raises = any(isinstance(each, cst.Raise) for each in after.body)
    return raises or any(last_name(call.func) in _TELLING for call in calls)


def has_other_way(file: ParsedFile, handler: Handler) -> bool:
    """Whether who succeeds leaves at the end of the ``try``, and the lines after it are another way."""
    attempt = file.tree.parent(handler)
    if not isinstance(attempt, (cst.Try, cst.TryStar)) or not _only_passes(handler):
        return False
    last = attempt.body.body[-1] if attempt.body.body else None
    while isinstance(last, cst.If):
        last = last.body.body[-1]
    leaves = isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[-1], _LEAVING)
    return leaves and _next(file, attempt) is not None


def _only_passes(handler: Handler) -> bool:
    lines = (line for line in handler.body.body if isinstance(line, cst.SimpleStatementLine))
    return not any(isinstance(each, _LEAVING) for line in lines for each in line.body)


def _next(file: ParsedFile, statement: cst.CSTNode) -> cst.CSTNode | None:
    block = file.tree.parent(statement)
    lines = iter(block.body if isinstance(block, (cst.IndentedBlock, cst.Module)) else ())
    is_met = any(each is statement for each in lines)
    return next(lines, None) if is_met else None


def _next_outside(file: ParsedFile, statement: cst.CSTNode) -> cst.CSTNode | None:
    """What comes after the loops and conditions that the statement ends."""
    around = file.tree.parent(file.tree.parent(statement) or statement)
    if not isinstance(around, (cst.If, cst.For, cst.While, cst.With)):
        return None
    return _next(file, around) or _next_outside(file, around)


def is_attempt(file: ParsedFile, node: cst.CSTNode) -> bool:
    """Whether the function says that it may fail: ``_try_redact``, ``maybe_notify``."""
    function = enclosing_function(file.tree, node)
    return function is not None and function.name.value.lstrip("_").partition("_")[0] in _TENTATIVE


def raises(block: cst.BaseSuite) -> bool:
    """Whether one of the block's own lines raises, whatever the lines before it find."""
    lines = block.body if isinstance(block, cst.IndentedBlock) else [block]
    small = (
        line.body for line in lines if isinstance(line, (cst.SimpleStatementLine, cst.SimpleStatementSuite))
    )
    return any(isinstance(each, cst.Raise) or _refuses(each) for line in small for each in line)
