"""Paths that are the same wherever the program runs, or without which it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import Tree, subtree
from quality_kit.tree.texts import text_of

from ._address_steps import keys, parts, steps, taken_as
from ._bound_names import names_in, string
from ._names import last_name
from ._own_machine import keyword_of

_IS_THERE = re.compile(r"l?exists$|is_?(?:file|dir)$|access$")
#: Words in names of classes that work in another place than the program.
_ELSEWHERE = frozenset(("docker", "kubernetes", "pod", "sandbox"))
_MISSING = "FileNotFoundError"
_UNREADABLE = frozenset(("OSError", "IOError"))
_EXITS = frozenset(("exit", "_exit", "abort"))
_WRITES = frozenset(("write_text", "write_bytes"))
_WRITTEN = re.compile(r"[wax+]")
_MODE = "mode"
#: As a word of a name: ``VolumeMount``, ``mount_path``, ``umount``; not in ``amount``.
#: A container has its own places as well.
_MOUNT = re.compile(
    r"(?<![A-Za-z])(?:re|un?)?(?:mount|MOUNT)(?!ain|AIN)|Mount(?!ain)"
    r"|(?<![A-Za-z])(?:container|CONTAINER|docker)(?![a-z])"
)
#: Keys of what a container gets from its host.
_BOUND, _BOUND_FROM = frozenset(("dest", "destination", "target")), frozenset(("src", "source"))
_SCOPES = (cst.ClassDef, cst.FunctionDef)


class Files:
    """Answers for one file."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._candidates: dict[int, bool] = {}

    def is_left_alone(self, literal: cst.CSTNode) -> bool:
        """Whether the path is mounted, the end of another one, one of several, or may be missing."""
        if self._is_mounted(literal) or self._is_end(literal):
            return True
        return self._is_candidate(literal) or self._is_missed(literal)

    def _is_mounted(self, literal: cst.CSTNode) -> bool:
        """Whether a call mounts the path, ``VolumeMount(mount_path="/data")``: it is the same in every container."""
        around = steps(self._tree, literal)[1]
        if self._is_bound(literal) or any(_MOUNT.search(name) for each in around for name in _names_of(each)):
            return True
        return any(
            isinstance(node, cst.ClassDef) and not _ELSEWHERE.isdisjoint(parts(node.name.value))
            for node in self._tree.ancestors(literal)
        )

    def _is_bound(self, literal: cst.CSTNode) -> bool:
        """``{"src": home, "dest": "/home/runner/.ssh"}``."""
        element = self._tree.parent(literal)
        table = self._tree.parent(element) if isinstance(element, cst.DictElement) else None
        if not isinstance(table, cst.Dict) or string(element.key) not in _BOUND:  # type: ignore[union-attr]
            return False
        return not _BOUND_FROM.isdisjoint(keys(table))

    def _is_end(self, literal: cst.CSTNode) -> bool:
        """Whether something stands before it: ``root + "/etc/hosts"``, ``url += "/home/list"``."""
        around = self._tree.parent(literal)
        return isinstance(around, cst.AugAssign) or (
            isinstance(around, cst.BinaryOperation) and around.right is literal
        )

    def _is_missed(self, literal: cst.CSTNode) -> bool:
        """Whether the code goes on without the file: ``try: open(..)``, ``except FileNotFoundError:``.

        So does ``if os.path.exists(..): open(..)``.
        """
        child, text = literal, text_of(literal)
        for around in self._tree.ancestors(literal):
            if isinstance(around, cst.Try) and child is around.body and self._is_expected(around, literal):
                return True
            if isinstance(around, cst.If) and child is around.body and text and _finds(around.test, text):
                return True
            if isinstance(around, _SCOPES):
                return False
            child = around
        return False

    def _is_expected(self, attempt: cst.Try, literal: cst.CSTNode) -> bool:
        """Whether it is expected that the file cannot be read: to write one that is not there is not."""
        goes_on = (each for each in attempt.handlers if not _gives_up(each))
        caught = {last_name(one) for each in goes_on for one in _caught(each)}
        calls = [
            (inner, around)
            for inner, around in zip(*steps(self._tree, literal), strict=True)
            if isinstance(around, cst.Call)
        ]
        if any(_is_written(inner, around) for inner, around in calls):
            return False
        argument = self._tree.parent(literal)
        opened = self._tree.parent(argument) if isinstance(argument, cst.Arg) else None
        is_opened = isinstance(opened, cst.Call) and last_name(opened.func) == "open"
        return _MISSING in caught or (is_opened and not caught.isdisjoint(_UNREADABLE))

    def _is_candidate(self, literal: cst.CSTNode) -> bool:
        """Whether it is one of several paths that are tried: where systems differ, one of them is there."""
        element = self._tree.parent(literal)
        around = self._tree.parent(element) if isinstance(element, cst.Element) else None
        if not isinstance(around, (cst.List, cst.Tuple, cst.Set)):
            return False
        if id(around) not in self._candidates:
            texts = [text_of(each.value) or "" for each in around.elements]
            are_paths = len(texts) > 1 and all(text.startswith("/") for text in texts)
            self._candidates[id(around)] = are_paths and self._is_tried(around)
        return self._candidates[id(around)]

    def _is_tried(self, paths: cst.CSTNode) -> bool:
        """Not what a loop uses one after the other: ``for path in (...): mkdir(path)``."""
        loop = self._tree.parent(paths)
        if not isinstance(loop, cst.For):
            return True
        nodes = list(subtree(loop.body))
        calls = (last_name(node.func) for node in nodes if isinstance(node, cst.Call))
        return any(isinstance(node, (cst.Break, cst.Return)) for node in nodes) or any(
            map(_IS_THERE.match, calls)
        )


def _finds(test: cst.BaseExpression, text: str) -> bool:
    """Whether the test asks if the file is there, by the same text."""
    if isinstance(test, cst.BooleanOperation):
        both = (_finds(test.left, text), _finds(test.right, text))
        return all(both) if isinstance(test.operator, cst.Or) else any(both)
    if not isinstance(test, cst.Call) or not _IS_THERE.match(last_name(test.func)):
        return False
    return any(text_of(arg.value) == text for arg in test.args)


def _is_written(inner: cst.CSTNode, call: cst.Call) -> bool:
    """``open("/var/rates/log", "a")``, ``Path("/var/rates/log").write_text(text)``."""
    if inner is call.func:
        return last_name(inner) in _WRITES
    named = (each.value for each in call.args if keyword_of(each) == _MODE)
    second = (each.value for each in call.args[1:2] if each.keyword is None)
    modes = (text_of(each) or "" for each in (*named, *second))
    return last_name(call.func) == "open" and any(_WRITTEN.search(mode) for mode in modes)


def _gives_up(handler: cst.ExceptHandler) -> bool:
    """Whether the handler ends with ``raise`` or ``sys.exit(1)``."""
    last = handler.body.body[-1]
    statement = last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last
    if isinstance(statement, cst.Expr) and isinstance(statement.value, cst.Call):
        return last_name(statement.value.func) in _EXITS
    return isinstance(statement, cst.Raise)


def _caught(handler: cst.ExceptHandler) -> Iterator[cst.BaseExpression]:
    """The exceptions that a handler names."""
    if isinstance(handler.type, cst.Tuple):
        yield from (each.value for each in handler.type.elements)
    elif handler.type is not None:
        yield handler.type


def _names_of(around: cst.CSTNode) -> tuple[str, ...]:
    """The name by which a call, dictionary or variable takes something, or that of the call."""
    if isinstance(around, cst.IfExp):  # ``"/mnt/data" if in_container() else data``
        return tuple(names_in(around.test))
    return (last_name(around.func),) if isinstance(around, cst.Call) else taken_as(around)
