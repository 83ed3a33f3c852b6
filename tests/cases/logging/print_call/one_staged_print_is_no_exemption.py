def report_orders(orders):
    print("-" * 40)  # finding: QK401
    for order in orders:
        print(order.id, order.total)  # finding: QK401
