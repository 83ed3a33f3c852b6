# path: tests/test_users.py
# options: {"exempt": ["migrations"]}
def load(): ...  # finding: QK102


def save() -> None: ...
