from tests import helpers
from tests.helpers import send


def test_placed(client):
    helpers.place(client, 1)


def test_sent(client):  # finding: QK623
    send(client, 1)
