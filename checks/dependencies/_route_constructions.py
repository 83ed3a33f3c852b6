"""Facts: what routes build in their handlers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import libcst as cst

from quality_kit.frameworks.routes import Route, routes
from quality_kit.rule import Collector

from ._callees import built_class
from ._request_data import RequestData


class RouteConstructionFact(TypedDict):
    """A call in a route's handler that may build an object, at the call."""

    route: str
    #: A reference to what is built: ``.users.UserService()``.
    built: str


class RouteConstructions(Collector):
    """One fact for each such call that a provider could make as well: it is given nothing of the request."""

    def visit_Module(self, node: cst.Module) -> None:
        """Note what the routes of the file build."""
        if not any(word in self.file.source.data for word in (b"fastapi", b"starlette")):
            return
        found = {id(route.handler): route for route in routes(self.file)}
        for call in self.file.tree.of(cst.Call) if found else ():
            route = self._route_around(call, found)
            built = built_class(self.file, call) if route is not None else None
            if route is not None and built is not None:
                if not RequestData(self.file, route).is_in(_given(call)):
                    fact: RouteConstructionFact = {"route": route.handler.name.value, "built": built}
                    self.fact(fact, call)

    def _route_around(self, call: cst.Call, found: dict[int, Route]) -> Route | None:
        """The route whose handler's body holds the call."""
        child: cst.CSTNode = call
        for around in self.file.tree.ancestors(call):
            route = found.get(id(around))
            if route is not None:
                return route if child is route.handler.body else None
            child = around
        return None


def _given(call: cst.Call) -> Sequence[cst.BaseExpression]:
    return [arg.value for arg in call.args]
