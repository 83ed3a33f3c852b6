import httpx
import pytest

from app.carriers import CarrierClient, CarrierConfig, CarrierState
from app.core import RetryPolicy, UpstreamError, get_circuit_breaker


@pytest.fixture
def config():
    retry = RetryPolicy(attempts=2, first_wait=0.0)
    return CarrierConfig("https://carrier.example.com", "for-tests", retry=retry)


@pytest.fixture(autouse=True)
def closed_breaker():
    get_circuit_breaker.cache_clear()


def client_that_gets(answer, config):
    return CarrierClient(httpx.AsyncClient(transport=httpx.MockTransport(answer)), config)


@pytest.mark.asyncio
async def test_a_parcel_is_booked_with_our_key(config):
    asked = []

    def answer(request):
        asked.append(request)
        return httpx.Response(201, json={"reference": "C7", "label": "^XA"})

    booking = await client_that_gets(answer, config).book("Rue Haute 1", 900)
    assert (booking.reference, booking.state) == ("C7", CarrierState.BOOKED)
    assert asked[0].headers["authorization"] == "Bearer for-tests"


@pytest.mark.asyncio
async def test_a_broken_connection_is_tried_again(config):
    attempts = []

    def answer(request):
        attempts.append(request)
        if len(attempts) == 1:
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json={"state": "delivered"})

    assert await client_that_gets(answer, config).state_of("C7") is CarrierState.DELIVERED


@pytest.mark.asyncio
@pytest.mark.parametrize("status, body", [(500, {}), (200, {"state": "eaten"}), (200, {})])
async def test_a_bad_answer_is_an_upstream_error(config, status, body):
    client = client_that_gets(lambda request: httpx.Response(status, json=body), config)
    with pytest.raises(UpstreamError):
        await client.state_of("C7")
