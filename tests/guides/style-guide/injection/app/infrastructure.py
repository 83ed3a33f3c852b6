# SG10: infrastructure may be fetched from an accessor.
from app.monitoring import get_breaker, get_memory_watch


class VoiceSynthesisService:
    def __init__(self, api_key: str | None = None):
        self.breaker = get_breaker("voice")
        self.watch = get_memory_watch()
