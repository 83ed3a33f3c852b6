# path: app/registries.py
class Registry:
    def register(self, function): ...

    def __call__(self, function): ...


tools = Registry()
parsers = Registry()
called = Registry()
aliased = Registry()
unused = Registry()  # finding: QK201
deep_cache = Registry()  # finding: QK201
register = aliased.register


@tools.register
def search(): ...


@parsers.register("csv")
def parse(): ...


@called
class Handler: ...


class Outer:
    @register("x")
    def method(self): ...

    @deep_cache.store.memoize(60)
    def other(self): ...


unused.register(search)
