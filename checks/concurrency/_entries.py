"""Async functions that have the event loop to themselves: start and end of an application, main programs."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from quality_kit.tree import ParsedFile, dotted

_NAMES = frozenset(
    ("lifespan", "startup", "shutdown", "on_startup", "on_shutdown", "startup_event", "shutdown_event")
    + ("setup", "async_setup", "setup_server", "setup_app", "start_server", "create_server", "create_app")
)
_DECORATORS = ("on_event", "on_startup", "on_shutdown", "before_serving", "after_serving")
_LIFESPAN = "lifespan"
#: What takes functions for the start and end of an application.
_REGISTRARS = (
    *(".add_event_handler", ".register_listener", ".on_startup.append", ".on_shutdown.append"),
    ".on_cleanup.append",
)
_RUNNERS = frozenset(("asyncio.run", "anyio.run", "trio.run", "uvloop.run"))


def runs_alone(file: ParsedFile, function: cst.FunctionDef, programs: frozenset[str]) -> bool:
    """Whether nobody else waits for the loop while the function runs."""
    name = function.name.value
    if name in programs or name in _NAMES or name.endswith(_LIFESPAN):
        return True
    return any(_last(decorator) in _DECORATORS for decorator in function.decorators)


def programs(file: ParsedFile) -> frozenset[str]:
    """The functions that the file runs when it is started as a program, or gives to its start and end."""
    return frozenset((*_run_under_main_guard(file), *_registered(file)))


def _registered(file: ParsedFile) -> Iterator[str]:
    """``app.add_event_handler("startup", connect)``, ``app.on_startup.append(connect)``."""
    for call in file.tree.of(cst.Call):
        written = dotted(call.func) or ""
        if written.endswith(_REGISTRARS):
            yield from (arg.value.value for arg in call.args if isinstance(arg.value, cst.Name))


def _run_under_main_guard(file: ParsedFile) -> Iterator[str]:
    if "__main__" not in file.source.text:
        return
    for call in file.tree.of(cst.Call):
        if call.args and file.names.qualified(call.func) in _RUNNERS and _is_guarded(file, call):
            given = call.args[0].value
            name = dotted(given.func if isinstance(given, cst.Call) else given)
            if name:
                yield name


def _is_guarded(file: ParsedFile, node: cst.CSTNode) -> bool:
    guards = (around for around in file.tree.ancestors(node) if isinstance(around, cst.If))
    tests = (guard.test for guard in guards if isinstance(guard.test, cst.Comparison))
    return any(dotted(test.left) == "__name__" for test in tests)


def _last(decorator: cst.Decorator) -> str:
    node = decorator.decorator
    return (dotted(node.func if isinstance(node, cst.Call) else node) or "").rpartition(".")[2]
