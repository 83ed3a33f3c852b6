from unittest.mock import AsyncMock

import pytest

from app.core import RetryPolicy, UpstreamError, with_retry

POLICY = RetryPolicy(attempts=3, backoff=2.0, first_wait=0.0)


@pytest.mark.asyncio
async def test_a_call_that_fails_once_is_tried_again():
    call = AsyncMock(side_effect=[UpstreamError("down"), "answer"])
    assert await with_retry(call, POLICY, (UpstreamError,)) == "answer"
    assert call.await_count == 2


@pytest.mark.asyncio
async def test_the_last_error_reaches_the_caller():
    call = AsyncMock(side_effect=UpstreamError("down"))
    with pytest.raises(UpstreamError):
        await with_retry(call, POLICY, (UpstreamError,))
    assert call.await_count == POLICY.attempts


def test_waits_grow():
    policy = RetryPolicy(first_wait=0.5, backoff=2.0)
    assert [policy.wait_after(attempt) for attempt in (1, 2, 3)] == [0.5, 1.0, 2.0]
