# path: tests/test_orders.py
import unittest


class OrderTests(unittest.TestCase):
    def get(self, path, status=200):
        return self.app.get(f"/v1{path}", status=status)

    def test_missing_order(self):
        self.app.get("/v1/orders/1", status=404)

    def test_bad_order(self):
        self.app.post_json("/v1/orders", {}, status=HTTPStatus.BAD_REQUEST)

    def test_orders(self):
        self.get("/orders")

    def test_list_open_orders(self):  # finding: QK623
        self.client.get_orders(status="open")

    def test_bad_query(self):  # finding: QK623
        self.app.get("/v1/orders?page=no", expect_errors=True)


def test_upstream_is_down(mocked, orders):  # finding: QK623
    mocked.get("/upstream", status=503)
    orders.fetch()


def test_parsing(run_parser):
    run_parser("1 + 1", expected=2)


def test_job_ends(queue):
    queue.put(1)
    wait_until(lambda: queue.empty(), timeout=5)


def test_fetch_in_a_loop(loop, orders):  # finding: QK623
    loop.run_until_complete(orders.fetch())


def test_reader_handles_zero(reader):
    reader.read(0)


def test_rewriting(server):
    """The edit makes the request succeed."""
    server.send("rewrite")


@tool
def test_answer():
    return "two"


def test_cart_without_items(cart):
    cart.close()


def test_remove_from_a_cart_not_empty(cart):  # finding: QK623
    cart.close()


def test_removed_twice(cart, remote):
    cart.remove(1)
    cart.remove(1)


def test_on_another_machine(remote):
    remote.run(prove_totals)


def prove_totals():
    assert total() == 1


def test_refused(backend):
    backend.send.side_effect = exceptions.Backend("gone")
    backend.open()


def test_log_out(page: Page):
    page.get_by_text("Log out").click()


class CartTests(unittest.TestCase):
    def test_name(self):
        """Overridden: carts have no name."""

    def test_size(self):  # finding: QK623
        """The size of a cart."""

    def test_first_call(self):
        # In old releases this raised KeyError.
        self.carts.find(1)
