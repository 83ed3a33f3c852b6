# options: {"init-return": "required"}
class Nothing:
    def __init__(self): ...  # finding: QK102


class Typed:
    def __init__(self, a: int): ...  # finding: QK102


class Complete:
    def __init__(self, a: int) -> None: ...
