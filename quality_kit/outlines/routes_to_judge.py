"""Routes beside the questions of guides: who is let in, what clients wait for, limits, health checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import libcst as cst

from quality_kit.frameworks.routes import Route
from quality_kit.outlines.model import Endpoint
from quality_kit.outlines.note import Noted, shown
from quality_kit.tree import ParsedFile, last_name
from quality_kit.tree.walk import subtree

_HEALTH = re.compile(r"/_?(?:health\w*|live\w*|ready\w*|readiness|ping|status|heartbeat)/?\Z")
_LIMIT = re.compile(r"\b\w*(?:limit|throttl)\w*\s*\(|\b\w*(?:Limiter|Throttle)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:401|403|HTTP_401\w*|HTTP_403\w*)\b")
#: Calls over a network, of processes, and pauses.
_SLOW_ORIGINS = (
    *("requests.", "httpx.", "urllib.request.", "aiohttp.", "subprocess.", "smtplib.", "boto3."),
    *("time.sleep", "asyncio.sleep", "anyio.sleep", "asyncio.create_subprocess", "openai.", "anthropic."),
)
#: Methods whose names say that they take long.
_SLOW_NAME = re.compile(
    r"(?:send_?(?:e?mail|message|sms|notification)|upload|download|transcribe|export|reindex|import)\w*\Z"
)


def routes_to_judge(
    file: ParsedFile, routes: Sequence[Route], endpoints: Sequence[Endpoint]
) -> Iterator[Noted]:
    """What is to be known of each route."""
    for route, endpoint in zip(routes, endpoints, strict=True):
        handler, name = route.handler, ", ".join(endpoint.names)
        yield Noted("security-dependencies", handler, f"{name}: {_security(file, handler, endpoint)}")
        if any(_HEALTH.search(each) for each in endpoint.names):
            yield Noted("health-routes", handler, name)
        if not _is_limited(file, handler):
            yield Noted("unlimited-routes", handler, name)
        if slow := [*dict.fromkeys(_slow_calls(file, handler))]:
            yield Noted("slow-routes", handler, f"{name} waits for {', '.join(slow)}")


def _security(file: ParsedFile, handler: cst.FunctionDef, endpoint: Endpoint) -> str:
    guards = f"lets in {', '.join(endpoint.guards)}" if endpoint.guards else "no guard of its own"
    raised = [node for node in subtree(handler.body) if isinstance(node, cst.Raise)]
    denied = {found for node in raised for found in _DENIED.findall(file.module.code_for_node(node))}
    return f"{guards}, raises {', '.join(sorted(denied))}" if denied else guards


def _is_limited(file: ParsedFile, handler: cst.FunctionDef) -> bool:
    """By a decorator, or by what the route depends on."""
    parts: list[cst.CSTNode] = [*handler.decorators, handler.params]
    return any(_LIMIT.search(file.module.code_for_node(part)) for part in parts)


def _slow_calls(file: ParsedFile, handler: cst.FunctionDef) -> Iterator[str]:
    for node in subtree(handler.body):
        if isinstance(node, cst.Call):
            origin = file.names.qualified(node.func) or ""
            if origin.startswith(_SLOW_ORIGINS) or _SLOW_NAME.match(last_name(node.func)):
                yield f"`{shown(file, node.func)}`"
