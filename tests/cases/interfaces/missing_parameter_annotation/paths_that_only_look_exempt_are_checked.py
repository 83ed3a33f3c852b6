# path: app/testing/latest_scripts.py
def load(path) -> None: ...  # finding: QK101


def save(path: str) -> None: ...
