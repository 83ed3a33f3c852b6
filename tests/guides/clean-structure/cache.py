# path: app/core/cache.py
# CS16: what is cached has a lifetime.
"""The cache."""

from redis.asyncio import Redis

LIFETIME = 3600


class Cache:
    """Keeps texts for a while."""

    def __init__(self, redis: Redis | None = None):
        self.redis = redis

    async def get(self, key: str) -> str | None:
        """What is kept, or None."""
        return await self.redis.get(key) if self.redis else None

    async def set(self, key: str, value: str, ttl: int = LIFETIME) -> None:
        """Keep a text for so many seconds."""
        if self.redis:
            await self.redis.setex(key, ttl, value)
