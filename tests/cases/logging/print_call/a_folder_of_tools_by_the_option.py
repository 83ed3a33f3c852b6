# path: app/dev/orders.py
# options: {"exempt": ["dev/"]}
def place(order: Order) -> None:
    print(order)
