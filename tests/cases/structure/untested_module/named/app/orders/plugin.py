import pytest


@pytest.fixture
def order():
    return {"number": 1}
