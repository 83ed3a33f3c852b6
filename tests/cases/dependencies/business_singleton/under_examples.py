# path: examples/shop.py
class OrderService:
    pass


orders = OrderService()
