# path: app/orders_test_data.py
def is_big(orders: int) -> bool:
    return orders > 5000
