# path: tests/test_users.py
# options: {"exempt": ["migrations", "app/legacy/"]}
def load(path) -> None: ...  # finding: QK101


def save(path: str) -> None: ...
