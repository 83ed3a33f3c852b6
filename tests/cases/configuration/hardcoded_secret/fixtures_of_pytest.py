# path: app/support/accounts.py
import pytest


@pytest.fixture
def account() -> Account:
    return Account(password="kh37Qd!")
