from functools import lru_cache


class Breaker:
    def __init__(self, name: str):
        self.name = name


class MemoryWatch: ...


@lru_cache
def get_breaker(name: str) -> Breaker:
    return Breaker(name)


@lru_cache
def get_memory_watch() -> MemoryWatch:
    return MemoryWatch()
