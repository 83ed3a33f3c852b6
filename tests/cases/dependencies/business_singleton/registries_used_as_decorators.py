# path: app/registries.py
class Registry:
    def register(self, function): ...

    def __call__(self, function): ...


tools = Registry()
parsers = Registry()
called = Registry()
aliased = Registry()
filled = Registry()
filled_later = Registry()
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


for function in (search, parse):
    filled.register(function)


def start():
    filled_later.register_all([search])
    unused.count()
