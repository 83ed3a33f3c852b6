# path: tests/test_unread_results.py
"""Results that nobody reads, and comparisons that nobody asserts."""


def test_price(service):  # finding: QK623
    total: int = service.price(1)


def test_prices(service):  # finding: QK623
    total, tax = service.price(1)


def test_tax(service):
    total, tax = service.price(1)
    service.pay(tax)


def test_declared(service):
    total: int
    service.pay(1)


def test_both(service):  # finding: QK623
    service.price(1) == 2 and service.price(2) == 3


def test_neither(service):  # finding: QK623
    not service.price(1)


def test_when_open(service):
    service and service.close()


def test_listed(service):  # finding: QK623
    return [service.price(1) == 3]


def test_mapped(service):  # finding: QK623
    return {"one": service.price(1) == 3}


def test_given(service):
    return [service.price(1)]


async def test_orders(ac):  # finding: QK623
    await ac.get("/orders")


async def test_order(ac, number):  # finding: QK623
    await ac.put(f"/orders/{number}")


def test_orders_of_upstream(respx, router):
    router.get("/orders")


def test_session(session, order):  # finding: QK623
    session.delete(order)


def test_default(settings):
    settings.get("theme")


def test_upload(service):  # finding: QK623
    service.run(1)


def test_refund(service):  # finding: QK623
    service.run(1)


def test_order_of_names(service):
    service.run(1)


def test_loop(service):
    service.dispatch(service.dispatcher)


def test_monkey(service):  # finding: QK623
    with patch("app.mail"):
        service.run(1)


def test_one_line(schemas):
    class Parent: child = schemas.nested()

    schemas.run(Parent())


def test_get_bad_escape(service):  # finding: QK623
    "\N{NO SUCH CHARACTER}"
    service.get(1)


def test_bad_escape(service):
    "\N{NO SUCH CHARACTER}"
    service.run(1)
