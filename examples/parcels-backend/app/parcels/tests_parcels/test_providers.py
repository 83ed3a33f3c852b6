from types import SimpleNamespace

from app.parcels.providers import get_parcel_service


def test_routes_get_the_service_of_the_application(service):
    state = SimpleNamespace(parcel_service=service)
    request = SimpleNamespace(app=SimpleNamespace(state=state))
    assert get_parcel_service(request) is service
