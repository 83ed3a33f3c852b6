def report_orders(orders):
    print("-" * 40)
    for order in orders:
        print(order.id, order.total)  # finding: QK401
