"""QK803 unguarded-websocket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.frameworks.routes import routes
from quality_kit.rule import Bad, FileRule, Good, RuleOptions
from quality_kit.tree import dotted
from quality_kit.tree.functions import enclosing_function, parameters

from ._guards import is_guarded

_SIGN = "websocket"
_TALKING = frozenset(
    f"{verb}{kind}" for verb in ("receive", "send") for kind in ("", "_text", "_bytes", "_json")
)
_LOOPS = (cst.While, cst.For)
#: Functions that make a route of the function they are given.
_REGISTRARS = frozenset(
    ("add_api_websocket_route", "add_websocket_route", "WebSocketRoute", "APIWebSocketRoute")
)
_DISCONNECT = "WebSocketDisconnect"
_EXCEPTION_HANDLERS = ("exception_handler", "add_exception_handler")


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...], "where the rule is silent: classes of paths (tests, migrations, scripts) or globs"
    ] = ("tests",)


class UnguardedWebsocket(FileRule[Options]):
    """A websocket endpoint whose loop of messages does not handle that the client goes away.

    Every connection ends, mostly in the middle of a `receive` or `send`, which then raises
    `WebSocketDisconnect`. Where nothing handles it the log fills with tracebacks of a normal event, and
    what was kept for the connection (an entry in a manager, a subscription, a task) is kept for ever.

    Found is a FastAPI or Starlette websocket endpoint (by its decorator, or given to
    `add_api_websocket_route` and its kin in the same file) that sends or receives on its websocket in a loop,
    where no `except` for `WebSocketDisconnect` or for all exceptions, no `finally` and no `with` stands around.

    Left alone are endpoints that leave the loop to a helper or to `websocket.iter_text()`, which ends by itself;
    nested functions whose endpoint has a `try` or `with` around; endpoints under a further decorator, which may
    handle it; files that register an exception handler for `WebSocketDisconnect`; and classes, which have
    `on_disconnect`.

    Put the loop into a `try` and clean up in `except WebSocketDisconnect` or in `finally`.
    """

    code = "QK803"
    message = (
        "websocket endpoint `{name}` does not handle that the client disconnects during `{call}`; "
        "catch `WebSocketDisconnect` around the loop and clean up there or in `finally`"
    )
    statements = ("SG4",)
    examples = (
        Good(
            "from fastapi import APIRouter, WebSocket, WebSocketDisconnect\n\n"
            "router = APIRouter()\n\n\n"
            '@router.websocket("/chat/{room}")\n'
            "async def chat(websocket: WebSocket, room: str) -> None:\n"
            "    await rooms.join(room, websocket)\n"
            "    try:\n"
            "        while True:\n"
            "            await rooms.tell(room, await websocket.receive_text())\n"
            "    except WebSocketDisconnect:\n"
            "        rooms.leave(room, websocket)\n"
        ),
        Bad(
            "from fastapi import APIRouter, WebSocket\n\n"
            "router = APIRouter()\n\n\n"
            '@router.websocket("/chat/{room}")\n'
            "async def chat(websocket: WebSocket, room: str) -> None:  # finding: QK803\n"
            "    await rooms.join(room, websocket)\n"
            "    while True:\n"
            "        await rooms.tell(room, await websocket.receive_text())\n"
            "    rooms.leave(room, websocket)\n",
            why="The last line is never reached, and the room keeps all who ever came.",
        ),
        Good(
            "from fastapi import FastAPI, WebSocket\n\n"
            "app = FastAPI()\n\n\n"
            '@app.websocket("/echo")\n'
            "async def echo(websocket: WebSocket) -> None:\n"
            "    await websocket.accept()\n"
            "    async for text in websocket.iter_text():\n"
            "        await websocket.send_text(text)\n",
            why="The iterator ends when the client is gone.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        if _SIGN not in self.file.source.text.lower() or self._handles_for_all():
            return
        for endpoint in self._endpoints():
            call = next(self._unguarded(endpoint), None)
            if call is not None:
                written = dotted(call.func) or ""
                self.report(endpoint.name, self.message.format(name=endpoint.name.value, call=written))

    def _handles_for_all(self) -> bool:
        calls = (
            call
            for call in self.file.tree.of(cst.Call)
            if isinstance(call.func, cst.Attribute) and call.func.attr.value in _EXCEPTION_HANDLERS
        )
        return any((dotted(arg.value) or "").endswith(_DISCONNECT) for call in calls for arg in call.args)

    def _endpoints(self) -> Iterator[cst.FunctionDef]:
        declared = [route.handler for route in routes(self.file) if route.is_websocket]
        # another decorator than those of routes may handle what the function raises
        yield from (each for each in dict.fromkeys(declared) if declared.count(each) == len(each.decorators))
        given = set(self._given_to_registrars())
        for function in self.file.tree.of(cst.FunctionDef) if given else ():
            if function.name.value in given and not function.decorators:
                yield function

    def _given_to_registrars(self) -> Iterator[str]:
        for call in self.file.tree.of(cst.Call):
            if (dotted(call.func) or "").rpartition(".")[2] in _REGISTRARS:
                yield from (arg.value.value for arg in call.args if isinstance(arg.value, cst.Name))

    def _unguarded(self, endpoint: cst.FunctionDef) -> Iterator[cst.Call]:
        """The calls in loops that send or receive, and whose disconnection nothing handles."""
        sockets = {name for name, param in parameters(endpoint) if _is_websocket(name, param)}
        for call in self.file.tree.of(cst.Call):
            func = call.func
            if not isinstance(func, cst.Attribute) or func.attr.value not in _TALKING:
                continue
            if dotted(func.value) in sockets and self._is_lost(call, endpoint):
                yield call

    def _is_lost(self, call: cst.Call, endpoint: cst.FunctionDef) -> bool:
        around = enclosing_function(self.file.tree, call)
        if around is None or not self._is_in_loop(call, around) or is_guarded(self.file.tree, call, around):
            return False
        return around is endpoint or self._is_unguarded_nested(around, endpoint)

    def _is_in_loop(self, call: cst.Call, function: cst.FunctionDef) -> bool:
        """Loops over an async iterator end by themselves: what they run over knows of the client."""
        for around in self.file.tree.ancestors(call):
            if around is function:
                return False
            if isinstance(around, _LOOPS) and not (isinstance(around, cst.For) and around.asynchronous):
                return True
        return False

    def _is_unguarded_nested(self, nested: cst.FunctionDef, endpoint: cst.FunctionDef) -> bool:
        """Of a function inside the endpoint: nothing handles what the uses of its name may raise."""
        if enclosing_function(self.file.tree, nested) is not endpoint:
            return False
        uses = [
            name
            for name in self.file.tree.of(cst.Name)
            if name.value == nested.name.value and enclosing_function(self.file.tree, name) is endpoint
        ]
        return not any(is_guarded(self.file.tree, name, endpoint) for name in uses)


def _is_websocket(name: str, param: cst.Param) -> bool:
    if param.annotation is not None:
        written = dotted(param.annotation.annotation) or ""
        return written.rpartition(".")[2] == "WebSocket"
    return name in ("websocket", "ws", "socket")
