"""QK204 service-built-in-route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from quality_kit.definitions.bindings import ModuleBindings
from quality_kit.definitions.classes import Classes
from quality_kit.definitions.imports import Imports
from quality_kit.definitions.origins import Origins
from quality_kit.finding import FILE_START, Place
from quality_kit.rule import Bad, Good, ProjectRule

from ._built_business import constructions
from ._business_names import snake_case
from ._business_options import INFRASTRUCTURE, BusinessOptions
from ._route_constructions import RouteConstructions

_SERVICES = "class OrderService:\n    def __init__(self, session): ...\n    def find(self, number): ...\n"
_HEAD = (
    "from fastapi import APIRouter, Depends\n\n"
    "from app.db import get_session\n"
    "from app.services import OrderService\n\n"
    "router = APIRouter()\n\n\n"
)


@dataclass(frozen=True)
class Options(BusinessOptions):
    """What counts as business, as in QK201."""

    infrastructure: Annotated[tuple[str, ...], "names of infrastructure classes (globs)"] = INFRASTRUCTURE


class ServiceBuiltInRoute(ProjectRule[Options]):
    """A route that builds a service in place of having it injected.

    The handler then knows how the service is made and of what; every route that needs one says it
    again, and a test cannot hand in another one with `app.dependency_overrides`.

    Found is an object of a business class of the project itself (service, client, repository, manager,
    ...) that a handler builds by `Cls()` or `Cls.create()`, with nothing but what a provider could give it
    too: dependencies, settings, `request.app.state`, other objects that it builds. Of each class the
    first call in a handler is found, and of a service and the parts that are built in its arguments the
    service.

    Left alone are objects that need data of the request (a path parameter, the body, an upload), since
    no provider knows those; values, infrastructure and classes of other packages as in QK201; and
    providers, which are there to build.

    Write a provider and ask for what it gives:
    `service: Annotated[OrderService, Depends(get_order_service)]`.
    """

    code = "QK204"
    message = (
        "route `{route}` builds `{kind}` itself; let a provider build it and take it as a parameter, "
        "`Annotated[{kind}, Depends(get_{name})]`"
    )
    statements = ("CS4", "BP7")
    collectors = (RouteConstructions, Classes, ModuleBindings, Imports)
    examples = (
        Bad(
            f'{_HEAD}@router.get("/orders/{{number}}")\n'
            "def read_order(number: int, session=Depends(get_session)):\n"
            "    service = OrderService(session)  # finding: QK204\n"
            "    return service.find(number)\n",
            path="app/routes.py",
            beside={"app/services.py": _SERVICES},
        ),
        Good(
            f"{_HEAD}def get_order_service(session=Depends(get_session)) -> OrderService:\n"
            "    return OrderService(session)\n\n\n"
            '@router.get("/orders/{number}")\n'
            "def read_order(number: int, service: OrderService = Depends(get_order_service)):\n"
            "    return service.find(number)\n",
            path="app/routes.py",
            beside={"app/services.py": _SERVICES},
        ),
        Good(
            "from fastapi import APIRouter\n\n"
            "from app.clients import TenantClient\n\n"
            "router = APIRouter()\n\n\n"
            '@router.get("/tenants/{name}")\n'
            "def read_tenant(name: str):\n"
            "    return TenantClient(name).status()\n",
            path="app/routes.py",
            beside={"app/clients.py": "class TenantClient:\n    def __init__(self, name): ...\n"},
            why="The client is another one for every request: no provider of the application can give it.",
        ),
    )

    def conclude(self) -> None:
        """Report the first object of each class that a route builds."""
        known: set[tuple[str, str, str]] = set()
        last = "", FILE_START
        for path, fact, made in constructions(self.project, RouteConstructions, Origins(self.project)):
            route, kind = fact.data["route"], made.class_name
            if (path, route, kind) not in known and not (path == last[0] and _is_within(fact.place, last[1])):
                known.add((path, route, kind))
                last = path, fact.place
                message = self.message.format(route=route, kind=kind, name=snake_case(kind))
                self.report(path, fact.place, message)


def _is_within(place: Place, other: Place) -> bool:
    """Whether a call is an argument of the other: who provides the whole builds its parts as well."""
    return (place.end_line, place.end_column) <= (other.end_line, other.end_column)
