# path: tests/test_orders.py
def test_many_at_once(pool):
    for _ in range(100):
        pool.run()


def test_symmetry(schema):
    schema.loads(schema.dumps({}))


def test_forgotten(shop):  # finding: QK623
    shop.total() == 3


def test_unread(shop):  # finding: QK623
    total = shop.total()


def test_compared(shop):  # finding: QK623
    expected = [1, 2]
    compare_arrays = shop.arrays()
    equal(compare_arrays, expected)


def test_unasked(shop, mock_mailer):  # finding: QK623
    shop.close(mock_mailer)


def test_client(client):  # finding: QK623
    client.get("/orders")


def testUpdateOrder(shop):  # finding: QK623
    shop.update(1)


def test_later():  # finding: QK623
    pass


def test_tool_with_a_timeout(tools):  # finding: QK623
    @tools.tool(timeout=3)
    def save():
        return 1


def test_context(tools):  # finding: QK623
    """The context is properly found."""
    tools.context()


class TestCarts:
    def test_carts(self):
        self._test_close("cart")

    def _test_close(self, kind):
        self.shop.close(kind)


def test_publish_to_nobody(publisher, make_broken_socket):
    publisher.send("x", make_broken_socket())


def test_nested(schemas):
    class Parent:
        child = schemas.nested()

    schemas.dump(Parent())
