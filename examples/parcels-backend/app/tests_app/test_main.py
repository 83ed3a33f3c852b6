import pytest
from fastapi.testclient import TestClient

from app.core import get_settings
from app.main import create_app


@pytest.fixture
def client(monkeypatch, tmp_path):
    monkeypatch.setenv("PARCELS_CARRIER_URL", "https://carrier.example.com")
    monkeypatch.setenv("PARCELS_CARRIER_API_KEY", "for-tests")
    monkeypatch.setenv("PARCELS_LABEL_FOLDER", str(tmp_path))
    get_settings.cache_clear()
    with TestClient(create_app()) as client:
        yield client
    get_settings.cache_clear()


def test_errors_of_ours_are_answered_with_their_code(client):
    answer = client.get("/parcels/P-404")
    assert answer.status_code == 404
    assert answer.json() == {
        "code": "not_found",
        "message": "there is no such parcel",
        "details": {"number": "P-404"},
    }
