"""Errors that may be ignored, because they are an answer rather than an error."""

from __future__ import annotations

import libcst as cst

from quality_kit.tree import last_name

#: The last part of the class's name, with ``*`` for anything.
IGNORABLE = tuple("""
    KeyError IndexError AttributeError *ValueError TypeError *ImportError ModuleNotFoundError
    *LookupError StopIteration StopAsyncIteration GeneratorExit KeyboardInterrupt EOFError NotImplementedError
    FileExistsError ProcessLookupError BrokenPipeError ConnectionResetError *NotFound* *NotExist*
    *Exists* *Missing* *Cancel* *Timeout* *Empty *Full *Disconnect* *Closed* *Lost* EndOfStream WouldBlock
    BrokenResourceError Unicode* *Decode* *Parse* *Syntax* NoResultFound *Skip* *Invalid* *Unsupported*
    OSError IOError *Permission* NotADirectoryError IsADirectoryError InterruptedError BlockingIOError
    Connection* *Validation* *NoSuch* MemoryError RecursionError *Duplicate* *Already* *Deleted* *Stale* *NotModified*
    *Format*Error SSLError SameFileError *NotInstalled* *NotSupported* *NotImplemented* *Unknown[A-Z]*Error
    """.split())


def gets_value(block: cst.BaseSuite) -> bool:
    """Whether the block is for a value: without it the one from before, or what comes after, holds.

    ``value = read(each); break``, a value under a condition, and a question like ``get_running_loop()`` are that, too.
    """
    if not block.body:
        return False
    last = block.body[-1]
    if isinstance(last, (cst.If, cst.For, cst.With)):
        return gets_value(last.body)
    statement = last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last
    if isinstance(statement, (cst.Break, cst.Continue)) and len(block.body) > 1:
        before = block.body[-2]
        statement = before.body[-1] if isinstance(before, cst.SimpleStatementLine) else before
    if isinstance(block.body[0], cst.SimpleStatementLine) and _asks(block.body[0].body[0]):
        return True
    if isinstance(statement, cst.Return):
        return statement.value is not None
    return isinstance(statement, (cst.Assign, cst.AnnAssign, cst.AugAssign))


def _asks(statement: cst.CSTNode) -> bool:
    """Whether it only asks for something, to learn whether it is there."""
    value = statement.value if isinstance(statement, cst.Expr) else None
    return isinstance(value, cst.Call) and last_name(value.func).startswith("get_")
