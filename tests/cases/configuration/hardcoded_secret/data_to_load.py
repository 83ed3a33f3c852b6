# path: app/fixtures/load.py
def load() -> None:
    add(Account(password="kh37Qd!"))  # finding: QK504
