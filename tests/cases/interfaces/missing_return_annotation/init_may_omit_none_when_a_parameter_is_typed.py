class Nothing:
    def __init__(self): ...  # finding: QK102


class NothingTyped:
    def __init__(self) -> None: ...


class Untyped:
    def __init__(self, a, b): ...  # finding: QK102


class Typed:
    def __init__(self, a: int): ...


class OneOfTwo:
    def __init__(self, a, b: int): ...


class Variable:
    def __init__(self, *args: int): ...


class Keywords:
    def __init__(self, **kwargs: int): ...


class KeywordOnly:
    def __init__(self, *, a: int = 1): ...


class PositionalOnly:
    def __init__(self, a: int, /): ...


class UntypedVariable:
    def __init__(self, *args, **kwargs): ...  # finding: QK102


class TypedSelf:
    def __init__(self: "TypedSelf"): ...


class BelowIf:
    if True:

        def __init__(self, a: int): ...

    else:

        def __init__(self): ...  # finding: QK102


def build() -> type:
    class Local:
        def __init__(self, a: int): ...

    class LocalUntyped:
        def __init__(self): ...  # finding: QK102

    return Local


def __init__(a: int): ...  # finding: QK102


class Holder:
    def method(self) -> None:
        def __init__(a: int): ...  # finding: QK102
