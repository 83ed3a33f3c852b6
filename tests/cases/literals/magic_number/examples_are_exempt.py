# path: app/sample_data/orders.py
if orders > 5000:
    pass
