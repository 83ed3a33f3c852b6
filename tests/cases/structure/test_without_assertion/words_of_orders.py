# path: tests/test_words_of_orders.py
"""Arguments that belong to an order, and those that say what has to come."""
from http import HTTPStatus, codes


def test_create_with_a_date(shop):  # finding: QK623
    shop.create_order(expected_delivery="monday")


def test_save_at_version(shop):  # finding: QK623
    shop.save(1, expected_version=3)


def test_save_by_helper(shop):  # finding: QK623
    save_at(shop)


def save_at(shop):
    shop.save(1, expected_version=3)


def test_read_by_helper(reader):  # finding: QK623
    read_line(reader)


def read_line(reader):
    reader.line(expected="one")


def test_read_line(reader):
    reader.line(expected_output="one")


def test_get_by_state(api):  # finding: QK623
    api.get_orders(status=OrderStatus.OPEN)


def test_get_by_number(api):  # finding: QK623
    api.get_orders(status=900)


def test_get_by_name(api):  # finding: QK623
    status = "open"
    api.get_orders(status=status)


def test_get_at_http(api):
    api.get_orders(status=HTTPStatus.OK)


def test_get_at_fastapi(api):
    api.get_orders(status=status.HTTP_200_OK)


def test_get_at_requests(api):
    api.get_orders(status=requests.codes.ok)


async def test_get_token(auth):  # finding: QK623
    await auth.authorize("ada")


def test_get_in_vain(requests_mock, orders):  # finding: QK623
    orders.fetch()


def test_get_recorded(httpx_mock, orders):
    orders.fetch()
