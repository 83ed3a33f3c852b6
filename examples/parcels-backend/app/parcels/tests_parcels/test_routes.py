import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.parcels.providers import get_parcel_service
from app.parcels.routes import router


@pytest.fixture
def client(service):
    application = FastAPI()
    application.include_router(router)
    application.dependency_overrides[get_parcel_service] = lambda: service
    return TestClient(application)


def test_a_parcel_from_order_to_label(client, order):
    sent = client.post("/parcels", json=order.model_dump())
    assert (sent.status_code, sent.json()["state"]) == (201, "booked")
    assert client.get("/parcels/P-100").json() == sent.json()
    assert client.get("/parcels/P-100/label").text == "^XA"
    assert client.post("/parcels/P-100/refresh").json()["state"] == "in_transit"


def test_a_parcel_of_no_weight_is_refused(client, order):
    answer = client.post("/parcels", json={**order.model_dump(), "grams": 0})
    assert answer.status_code == 422
