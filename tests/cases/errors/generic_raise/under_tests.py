# path: tests/test_orders.py
def fake() -> None:
    raise Exception("boom")
