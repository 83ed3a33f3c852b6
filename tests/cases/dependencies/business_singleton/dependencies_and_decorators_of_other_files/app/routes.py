from typing import Annotated

from fastapi import Depends

from app import objects
from app.objects import filled, role_manager, unused
from app.tools import tool_registry

Role = Annotated[str, Depends(role_manager)]


def route(admin=Depends(objects.admin_manager), other=Depends(objects.other_manager.check)): ...


@tool_registry.register
def search(): ...


@objects.events.register("x")
def find(): ...


filled.register(search)
unused.find(search)
