from datetime import UTC, datetime
from unittest.mock import AsyncMock

import pytest

from app.carriers import CarrierState
from app.live import ConnectionManager
from app.parcels import ParcelNews


@pytest.fixture
def manager():
    return ConnectionManager()


@pytest.fixture
def news():
    return ParcelNews(number="P-1", state=CarrierState.LOST, at=datetime(2026, 5, 1, tzinfo=UTC))


@pytest.mark.asyncio
async def test_only_followers_of_the_parcel_are_told(manager, news):
    follower, other = AsyncMock(), AsyncMock()
    await manager.connect(follower, "P-1")
    await manager.connect(other, "P-2")
    await manager.tell(news)
    follower.accept.assert_awaited_once()
    follower.send_json.assert_awaited_once_with(
        {"number": "P-1", "state": "lost", "at": "2026-05-01T00:00:00Z"}
    )
    other.send_json.assert_not_awaited()


@pytest.mark.asyncio
async def test_a_follower_that_is_gone_is_forgotten(manager, news):
    gone = AsyncMock()
    gone.send_json.side_effect = RuntimeError("closed")
    await manager.connect(gone, "P-1")
    await manager.tell(news)
    assert (manager.connections, manager.followed) == ({}, {})
