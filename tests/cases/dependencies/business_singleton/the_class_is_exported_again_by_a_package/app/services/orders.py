class OrderService:
    @classmethod
    def create(cls): return cls()

    @classmethod
    def count(cls) -> int: ...
