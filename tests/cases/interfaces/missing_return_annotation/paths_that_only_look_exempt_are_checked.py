# path: app/testing/latest_scripts.py
def load(): ...  # finding: QK102


def save() -> None: ...
