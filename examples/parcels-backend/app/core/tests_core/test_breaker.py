import pytest

from app.core import CircuitBreaker, UpstreamError, get_circuit_breaker


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_opens_after_failures_in_a_row_and_closes_after_a_rest(clock):
    breaker = CircuitBreaker("carrier", max_failures=2, rest_seconds=10.0, clock=clock)
    breaker.failed()
    breaker.check()
    breaker.failed()
    with pytest.raises(UpstreamError):
        breaker.check()
    clock.now = 10.0
    assert not breaker.is_open


def test_a_success_forgets_the_failures(clock):
    breaker = CircuitBreaker("carrier", max_failures=2, clock=clock)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert not breaker.is_open


def test_there_is_one_breaker_for_each_service():
    assert get_circuit_breaker("mail") is get_circuit_breaker("mail")
