# path: app/command/orders.py
def place(order: Order) -> None:
    print(order)  # finding: QK401
