# path: tests/test_conditions.py
"""A condition in the name excuses what the name promises, and no line that is unfinished."""


def test_get_missing_order(client):  # finding: QK623
    response = client.get("/orders/1")
    response.status_code == 404


def test_order_exists(shop):  # finding: QK623
    shop.get(1) == 3


def test_order_not_found():  # finding: QK623
    pass


def test_create_order_works(client):  # finding: QK623
    response = client.post("/orders")


def test_create_order_works_unread(client):  # finding: QK623
    client.post("/orders")


def test_missing_order_returns_nothing(shop):  # finding: QK623
    shop.find(1)


def test_missing_order_is_404(shop):  # finding: QK623
    shop.find(1)


def test_empty_cart_gives_zero(shop):  # finding: QK623
    shop.total()


def test_total_of_many(shop):  # finding: QK623
    # works for every cart
    total = shop.total()


def test_delete_missing_order(shop):
    shop.delete(1)


def test_delete_order_twice(session, order):
    session.delete(order)
    session.delete(order)


def test_register_twice(app):
    @app.hook
    def first():
        return 1


def test_find_missing_order_does_not_raise(shop):
    order = shop.find(1)


def test_create_from_text(shop):  # finding: QK623
    shop.create("works for everyone, and never fails # it must not raise")


def test_create_in_a_chain(shop):  # finding: QK623
    """The shop passes the order to the store."""
    shop.create(1)


def test_create_alone(shop):
    """A shop without a store passes."""
    shop.create(1)


def test_create_in_a_comment(shop):
    shop.create('one "two')  # works for one


class CartTests(TestCase):
    def test_overriding(self):  # finding: QK623
        """An order overrides the price of the cart."""

    def test_skipping(self):  # finding: QK623
        """The cart skips what is sold out."""

    def test_prices(self):
        """Skipped: carts have no prices."""
