from unittest import mock

PASSWORD_RULES = ["app.validators.NumberValidator"]


@mock.patch("app.gateway.send")
def test_detail(send, client):
    assert client.get(reverse("shop:order_detail")).status_code == 200


def test_reports(client):
    text = "order_history of a client"
    assert client.get("/reports/locked_pages/").text == text


def test_repair():
    call_command("repair")
    assert not broken("index")
