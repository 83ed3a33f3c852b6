class OrderService: ...


class CustomerMetricsService: ...


order_service = OrderService()
customer_metrics = CustomerMetricsService()


def page(user):
    return {"orders": order_service.list(), "user": user}  # finding: QK202


def latest(user):
    return order_service.list()  # finding: QK202


def find(user):
    user.lock()
    return order_service.find(user)  # finding: QK202


def cached(user):
    kept = user.cached_order
    order = kept or order_service.find(user)  # finding: QK202
    return order


def customer_lifespan_value(user):
    total = order_service.total(user)  # finding: QK202
    return total * 2


def count(user):
    seen = customer_metrics.count(user)  # finding: QK202
    return seen + 1


def stores(): return [order_service, customer_metrics.store]
def pass_on(*, user): return order_service.find(user)
