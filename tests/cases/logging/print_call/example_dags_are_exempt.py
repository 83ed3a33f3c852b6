# path: app/example_dags/orders.py
print("x")
