class Session:
    def __init__(self, limit) -> None: ...  # finding: QK101

    def __eq__(self, other) -> bool:  # finding: QK101
        return True

    def __lt__(self, other: object) -> bool:
        return True

    def __len__(self) -> int:
        return 1

    def __exit__(self, *error) -> None: ...  # finding: QK101

    async def __aenter__(self) -> "Session":
        return self

    async def __aexit__(self, kind, error, trace) -> None: ...  # finding: QK101


async def fetch(url) -> str:  # finding: QK101
    return url


async def fetch_typed(url: str) -> str:
    return url


async def stream(url):  # finding: QK101
    yield url
