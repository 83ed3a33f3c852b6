import pytest

from app.core import Settings, get_settings


@pytest.fixture
def environment(monkeypatch):
    monkeypatch.setenv("PARCELS_CARRIER_URL", "https://carrier.example.com")
    monkeypatch.setenv("PARCELS_CARRIER_API_KEY", "for-tests")
    get_settings.cache_clear()
    yield
    get_settings.cache_clear()


def test_settings_are_read_from_the_environment_once(environment):
    settings = get_settings()
    assert isinstance(settings, Settings)
    assert settings.carrier_url == "https://carrier.example.com"
    assert get_settings() is settings


def test_a_key_does_not_show_itself(environment):
    assert "for-tests" not in repr(get_settings())
