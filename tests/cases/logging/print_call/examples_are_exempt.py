# path: app/examples/orders.py
print("x")
