# options: {"init-return": "optional"}
class Nothing:
    def __init__(self): ...


class Untyped:
    def __init__(self, a, b): ...


class Typed:
    def __init__(self, a: int): ...

    def __post_init__(self): ...  # finding: QK102


def __init__(): ...  # finding: QK102
