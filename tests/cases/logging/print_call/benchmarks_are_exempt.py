# path: benchmarks/orders.py
print("x")
