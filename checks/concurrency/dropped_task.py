"""QK802 dropped-task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import libcst as cst

from quality_kit.frameworks.decided import is_decided
from quality_kit.frameworks.receivers import Receivers, receivers_of
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import dotted
from quality_kit.tree.functions import enclosing_function

from ._accepted import DROPPED

_MAKERS = ("create_task", "ensure_future")
_MODULES = ("asyncio.", "asyncio.tasks.")
_LOOPS = ("AbstractEventLoop", "BaseEventLoop", "get_event_loop()", "get_running_loop()", "new_event_loop()")
_LOOP_NAME = "loop"
#: Expressions that hand on the task that stands in them.
_AROUND = (cst.BooleanOperation, cst.IfExp, cst.ListComp, cst.SetComp, cst.GeneratorExp, cst.Element)


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...], "where the rule is silent: classes of paths (tests, migrations, scripts) or globs"
    ] = ("tests",)


class DroppedTask(FileRule[Options]):
    """A task that nobody keeps: the result of `asyncio.create_task` or `ensure_future` goes nowhere.

    The event loop holds its tasks by weak references only. A task that nothing else refers to may be
    collected in the middle of its work, nobody can cancel it at shutdown, and an exception in it is
    heard of when the object dies, if at all.

    Found are `asyncio.create_task`, `asyncio.ensure_future` and the `create_task` of an event loop (by its type
    or a name that ends in `loop`) as a statement of their own, also with `.add_done_callback(...)` behind
    them, and those assigned to `_` or to a local variable that is never read.

    Left alone is a task that is awaited, returned, given to a call, put into a collection, an attribute
    or a global, or read later; `ensure_future` of a variable, which may be a task already; every
    `create_task` of something else, such as a task group, which keeps its tasks itself; and lines that silence
    the same finding of another tool (`# noqa: RUF006`).

    Keep the task until it is done: in a set from which `task.add_done_callback(tasks.discard)` removes it,
    in an attribute that the shutdown cancels, or in an `asyncio.TaskGroup`.
    """

    code = "QK802"
    message = (
        "the task of `{function}` is kept nowhere: it may be collected before it is done and its errors are "
        "lost; await it, keep it in a set until it is done, or use an `asyncio.TaskGroup`"
    )
    statements = ("SG19",)
    examples = (
        Bad(
            "import asyncio\n\n\n"
            "async def sign_up(user: User) -> None:\n"
            "    asyncio.create_task(send_welcome(user))  # finding: QK802\n"
        ),
        Good(
            "import asyncio\n\n"
            "running: set[asyncio.Task[None]] = set()\n\n\n"
            "async def sign_up(user: User) -> None:\n"
            "    task = asyncio.create_task(send_welcome(user))\n"
            "    running.add(task)\n"
            "    task.add_done_callback(running.discard)\n",
            why="The set keeps the task as long as it runs.",
        ),
        Bad(
            "import asyncio\n\n\n"
            "async def refresh(cache: Cache) -> int:\n"
            "    task = asyncio.create_task(cache.fill())  # finding: QK802\n"
            "    return len(cache)\n",
            why="The variable is gone when the function returns, and the task may go with it.",
        ),
        Good(
            "import asyncio\n\n\n"
            "async def load_both(one: Source, two: Source) -> None:\n"
            "    async with asyncio.TaskGroup() as group:\n"
            "        group.create_task(one.load())\n"
            "        group.create_task(two.load())\n",
            why="The group waits for its tasks and raises what they raise.",
        ),
    )

    def visit_Call(self, node: cst.Call) -> None:
        if not self._makes_task(node.func) or _is_given_task(node) or not self._is_dropped(node):
            return
        if not is_decided(self.file, node, DROPPED):
            self.report(node, self.message.format(function=dotted(node.func) or "create_task"))

    def _makes_task(self, func: cst.BaseExpression) -> bool:
        if isinstance(func, cst.Name):
            return self._is_asyncio(func)
        if not isinstance(func, cst.Attribute) or func.attr.value not in _MAKERS:
            return False
        return self._is_asyncio(func) or (func.attr.value == "create_task" and self._is_loop(func.value))

    def _is_asyncio(self, func: cst.BaseExpression) -> bool:
        module, _, name = (self.file.names.qualified(func) or "").rpartition(".")
        return name in _MAKERS and f"{module}." in _MODULES

    def _is_loop(self, owner: cst.BaseExpression) -> bool:
        kind = self._receivers.type_of(owner)
        if kind is not None:
            return kind.endswith(_LOOPS)
        return (dotted(owner) or "").lower().endswith(_LOOP_NAME)

    @cached_property
    def _receivers(self) -> Receivers:
        return receivers_of(self.file)

    def _is_dropped(self, task: cst.CSTNode) -> bool:
        around = self.file.tree.parent(task)
        if isinstance(around, cst.Expr):
            return True
        if isinstance(around, cst.Attribute) and around.attr.value == "add_done_callback":
            call = self.file.tree.parent(around)
            return isinstance(call, cst.Call) and self._is_dropped(call)
        if isinstance(around, (cst.Assign, cst.AnnAssign)):
            return self._is_never_read(around)
        return isinstance(around, _AROUND) and self._is_dropped(around)

    def _is_never_read(self, statement: cst.Assign | cst.AnnAssign) -> bool:
        targets = [each.target for each in _targets(statement)]
        function = enclosing_function(self.file.tree, statement)
        if function is None or not all(isinstance(target, cst.Name) for target in targets):
            return False
        names = {target.value for target in targets if isinstance(target, cst.Name)}
        return not any(
            name.value in names and self._is_read_in(function, name) for name in self.file.tree.of(cst.Name)
        )

    def _is_read_in(self, function: cst.FunctionDef, name: cst.Name) -> bool:
        """Names in ``global`` and ``nonlocal`` statements count too: then it is no local."""
        around = self.file.tree.parent(name)
        if isinstance(around, (cst.AssignTarget, cst.AnnAssign)) and around.target is name:
            return False
        if isinstance(around, cst.Attribute) and around.attr is name:
            return False
        return any(each is function for each in self.file.tree.ancestors(name))


def _is_given_task(call: cst.Call) -> bool:
    """Whether `ensure_future` may only give back what it was given: a task that somebody else made."""
    is_ensured = (dotted(call.func) or "").endswith("ensure_future")
    return is_ensured and bool(call.args) and not isinstance(call.args[0].value, cst.Call)


def _targets(statement: cst.Assign | cst.AnnAssign) -> Iterator[cst.AssignTarget | cst.AnnAssign]:
    if isinstance(statement, cst.Assign):
        yield from statement.targets
    else:
        yield statement
