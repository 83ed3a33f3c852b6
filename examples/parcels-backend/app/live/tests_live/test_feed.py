import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.live import manager, router


@pytest.fixture
def client():
    application = FastAPI()
    application.include_router(router)
    return TestClient(application)


def test_a_session_lasts_as_long_as_its_websocket(client):
    with client.websocket_connect("/ws/parcels/P-1") as websocket:
        session = websocket.receive_json()["session"]
        assert manager.followed[session] == "P-1"
        websocket.send_text("ping")
        assert websocket.receive_json() == {"type": "pong"}
    assert session not in manager.connections
