"""Code that tidies up, where a second error must not hide the first."""

from __future__ import annotations

import libcst as cst

from quality_kit.frameworks.handlers import Handler, handler_around
from quality_kit.tree import ParsedFile, Tree, last_name
from quality_kit.tree.functions import enclosing_function

#: Words of calls that end something or only see it to its end; in names like ``_close_all`` too.
WORDS = frozenset("""
    close aclose cleanup clean shutdown teardown stop disconnect terminate kill cancel rollback release
    unlink rmtree remove delete del exit aexit unsubscribe unregister dispose detach abort quit flush
    reset clear finalize rmdir unlock join destroy logout purge punsubscribe result exception wait free
    """.split())
#: Log calls beside them.
_TELLING = frozenset(("debug", "info", "warning"))
#: Of functions only the words that mean nothing else.
_FUNCTION_WORDS = frozenset(
    ("close", "aclose", "cleanup", "shutdown", "teardown", "stop", "disconnect", "terminate", "kill")
    + ("del", "exit", "aexit", "dispose", "abort", "finalize", "destroy")
)
_Try = cst.Try | cst.TryStar


def is_cleanup(file: ParsedFile, block: cst.BaseSuite, at: cst.CSTNode) -> bool:
    """Whether the guarded block only ends things, or stands where things are ended.

    Args:
        file: The file.
        block: What may fail.
        at: The statement that guards it.
    """
    function = enclosing_function(file.tree, at)
    if function is not None and not _words(function.name.value).isdisjoint(_FUNCTION_WORDS):
        return True
    return _is_in_finally(file.tree, at) or handler_around(file.tree, at) is not None or _only_ends(block)


def guarded(file: ParsedFile, handler: Handler) -> cst.BaseSuite | None:
    """The block of the ``try``."""
    around = file.tree.parent(handler)
    return around.body if isinstance(around, (cst.Try, cst.TryStar)) else None


def _is_in_finally(tree: Tree, node: cst.CSTNode) -> bool:
    for around in tree.ancestors(node):
        if isinstance(around, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
            return False
        if isinstance(around, cst.Finally):
            return True
    return False


def _only_ends(block: cst.BaseSuite) -> bool:
    return bool(block.body) and all(_ends(statement) for statement in block.body)


def _ends(statement: cst.CSTNode) -> bool:
    """Whether it is a call like ``socket.close()``, also awaited or under an ``if`` or a loop."""
    if isinstance(statement, cst.SimpleStatementLine):
        return all(map(_ends, statement.body))
    if isinstance(statement, (cst.If, cst.For, cst.With)):
        return _only_ends(statement.body)
    if isinstance(statement, (cst.Pass, cst.Del)):
        return True
    value = statement.value if isinstance(statement, (cst.Expr, cst.Assign)) else None
    if isinstance(value, cst.Await):
        value = value.expression
        if not isinstance(value, cst.Call):
            return True
    return isinstance(value, cst.Call) and (_is_ending_call(value) or last_name(value.func) in _TELLING)


def _is_ending_call(call: cst.Call) -> bool:
    names = {last_name(call.func), *(last_name(arg.value) for arg in call.args)}
    calls = [arg.value for arg in call.args if isinstance(arg.value, cst.Call)]
    return any(not _words(name).isdisjoint(WORDS) for name in names) or any(map(_is_ending_call, calls))


def _words(name: str) -> set[str]:
    return set(name.lower().split("_"))


def only_imports(block: cst.BaseSuite) -> bool:
    """Whether the block is there for imports that may fail, and perhaps notes what it got: ``HAS_X = True``."""
    lines = (line.body if isinstance(line, cst.SimpleStatementLine) else (line,) for line in block.body)
    statements = [statement for line in lines for statement in line]
    return all(map(_imports_or_notes, statements)) and any(map(_imports, statements))


def _imports(statement: cst.CSTNode) -> bool:
    return isinstance(statement, (cst.Import, cst.ImportFrom))


def _imports_or_notes(statement: cst.CSTNode) -> bool:
    notes = isinstance(statement, cst.Assign) and isinstance(statement.value, (cst.Name, cst.Attribute))
    return notes or _imports(statement)
