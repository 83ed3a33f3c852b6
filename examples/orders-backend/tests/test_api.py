"""The way of an order through the API."""

from __future__ import annotations

import httpx
import pytest
from fastapi.testclient import TestClient


def place(client: TestClient, customer_id: int, quantity: int = 50) -> httpx.Response:
    payload = {"customer_id": customer_id, "lines": [{"sku": "CUP", "quantity": quantity}]}
    return client.post("/api/v1/orders", json=payload)


def issue(client: TestClient, customer_id: int, mailbox: list[dict[str, str]]) -> dict[str, str]:
    order = place(client, customer_id).json()
    assert len(mailbox) == 1
    return dict(client.post(f"/api/v1/orders/{order['id']}/invoice").json())


def test_a_caller_without_the_key_is_refused(client: TestClient) -> None:
    answer = client.get("/api/v1/orders", headers={"X-API-Key": "wrong"})
    assert answer.status_code == 401


def test_an_address_is_registered_once(client: TestClient, customer_id: int) -> None:
    known = client.get(f"/api/v1/customers/{customer_id}").json()
    assert known["email"] == "hello@bluedoor.example"
    known.pop("id")
    assert client.post("/api/v1/customers", json=known).json()["code"] == "invalid_state"


def test_an_order_is_priced_confirmed_and_taken_from_the_stock(
    client: TestClient, customer_id: int, mailbox: list[dict[str, str]]
) -> None:
    order = place(client, customer_id).json()
    assert order["goods_cents"] == 600
    assert order["shipping_cents"] == 790
    assert order["tax_cents"] == 292
    assert order["total_cents"] == 1682
    assert client.get("/api/v1/stock/CUP").json()["stock"] == 850
    assert [mail["subject"] for mail in mailbox] == [f"Your order {order['id']}"]


def test_more_than_the_stock_cannot_be_ordered(client: TestClient, customer_id: int) -> None:
    answer = place(client, customer_id, quantity=901)
    assert (answer.status_code, answer.json()["code"]) == (409, "out_of_stock")


def test_a_cancelled_order_gives_its_goods_back_and_is_not_shipped(
    client: TestClient, customer_id: int, mailbox: list[dict[str, str]]
) -> None:
    order = place(client, customer_id).json()
    client.post(f"/api/v1/orders/{order['id']}/cancel")
    assert client.get("/api/v1/stock/CUP").json()["stock"] == 900
    assert client.post(f"/api/v1/orders/{order['id']}/ship").status_code == 409
    assert mailbox[-1]["subject"] == f"Your order {order['id']} is cancelled"


def test_orders_are_listed_by_state(
    client: TestClient, customer_id: int, mailbox: list[dict[str, str]]
) -> None:
    first, second = (place(client, customer_id).json()["id"] for _ in range(2))
    client.post(f"/api/v1/orders/{first}/ship")
    placed = client.get("/api/v1/orders", params={"state": "placed"}).json()
    assert [order["id"] for order in placed] == [second]
    assert client.get("/api/v1/orders", params={"state": "lost"}).status_code == 400
    assert "Parcel Post" in mailbox[-1]["text"]


def test_an_invoice_is_printed_with_its_reference(
    client: TestClient, customer_id: int, mailbox: list[dict[str, str]]
) -> None:
    invoice = issue(client, customer_id, mailbox)
    text = client.get(f"/api/v1/invoices/{invoice['number']}/text").text
    assert f"Payment reference: {invoice['reference']}" in text
    assert "   50 x Paper cup" in text


def test_a_payment_page_is_opened_at_the_provider(
    client: TestClient,
    customer_id: int,
    mailbox: list[dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(url: str, **_: object) -> httpx.Response:
        return httpx.Response(200, json={"url": "https://pay.example/1"}, request=request(url))

    monkeypatch.setattr(httpx, "post", answer)
    invoice = issue(client, customer_id, mailbox)
    link = client.post(f"/api/v1/invoices/{invoice['number']}/payment-link").json()
    assert link["url"] == "https://pay.example/1"


def test_a_provider_that_is_down_is_a_bad_gateway(
    client: TestClient,
    customer_id: int,
    mailbox: list[dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(url: str, **_: object) -> httpx.Response:
        return httpx.Response(503, request=request(url))

    monkeypatch.setattr(httpx, "post", refuse)
    monkeypatch.setattr("app.services.payment_gateway.BACKOFF_SECONDS", 0)
    invoice = issue(client, customer_id, mailbox)
    answer = client.post(f"/api/v1/invoices/{invoice['number']}/payment-link")
    assert (answer.status_code, answer.json()["code"]) == (502, "payment_provider")


def test_a_settled_invoice_is_settled_once(
    client: TestClient, customer_id: int, mailbox: list[dict[str, str]]
) -> None:
    invoice = issue(client, customer_id, mailbox)
    url = f"/api/v1/invoices/{invoice['number']}/settle?paid_on=2026-03-02"
    assert client.post(url).json()["paid_on"] == "2026-03-02"
    assert client.post(url).status_code == 409
    text = client.get(f"/api/v1/invoices/{invoice['number']}/text").text
    assert text.endswith("Paid on 2026-03-02. Thank you.\n")


def request(url: str) -> httpx.Request:
    return httpx.Request("POST", url)
