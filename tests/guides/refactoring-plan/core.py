# path: app/core/events.py
# RP16: one event bus and one cache; a service stands alone in a container only.
from app.services.auth import AuthService


class EventBus:
    def __init__(self) -> None:
        self.handlers: dict[str, list[object]] = {}


class RedisCacheManager:
    def __init__(self, url: str) -> None:
        self.url = url


event_bus = EventBus()
cache_manager = RedisCacheManager("redis")
auth_service = AuthService()  # finding: QK201
