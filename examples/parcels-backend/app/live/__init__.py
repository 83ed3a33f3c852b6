"""News over websockets."""

from app.live.connections import ConnectionManager
from app.live.feed import manager, router

__all__ = ["ConnectionManager", "manager", "router"]
