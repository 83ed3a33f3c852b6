class Config:
    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, name: str) -> str:
        return self.name + name
