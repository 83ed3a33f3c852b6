# path: app/test_data_of_orders.py
def is_big(orders: int) -> bool:
    return orders > 5000
