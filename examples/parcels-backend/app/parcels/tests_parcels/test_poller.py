import asyncio
from unittest.mock import AsyncMock

import pytest

from app.core import UpstreamError
from app.parcels import ParcelService
from app.parcels.poller import StatusPoller


@pytest.fixture
def parcels():
    service = AsyncMock(spec=ParcelService)
    service.under_way.return_value = ["P-1", "P-2"]
    return service


@pytest.mark.asyncio
async def test_one_failure_does_not_stop_the_round(parcels):
    parcels.refresh.side_effect = [UpstreamError("down"), None]
    assert await StatusPoller(parcels, pause_seconds=0.0).go_round() == 1
    assert parcels.refresh.await_count == 2


@pytest.mark.asyncio
async def test_it_goes_round_until_it_is_cancelled(parcels):
    task = asyncio.create_task(StatusPoller(parcels, pause_seconds=0.0).run_forever())
    while parcels.under_way.await_count < 2:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
