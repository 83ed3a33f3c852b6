# SG14: fixtures, asynchronous mocks, assertions; tests need no types.
from unittest.mock import AsyncMock

import pytest

from app.calls.sockets import CallLimiter, ConnectionManager


@pytest.fixture
def websocket():
    socket = AsyncMock()
    socket.accept = AsyncMock()
    socket.send_json = AsyncMock()
    return socket


@pytest.mark.asyncio
async def test_a_connection_is_known_after_connect(websocket):
    manager = ConnectionManager()
    call_id = await manager.connect(websocket, "127.0.0.1")

    assert call_id in manager.open_sockets
    websocket.accept.assert_called_once()


@pytest.mark.asyncio
async def test_the_limit_holds():
    limiter = CallLimiter(calls_per_minute=3)
    address = "192.168.1.1"

    for _ in range(3):
        assert await limiter.check(address) is True

    assert await limiter.check(address) is False


@pytest.mark.asyncio
async def test_nothing_is_asserted(websocket):  # finding: QK623
    manager = ConnectionManager()
    await manager.connect(websocket, "127.0.0.1")
