# path: tests/test_orders.py
def test_total() -> None:
    assert total(3, 37) == 111
