import pytest

from app.carriers import CarrierState
from app.core import ConflictError


@pytest.mark.asyncio
async def test_a_sent_parcel_is_found_with_its_label(service, order):
    parcel = await service.send(order)
    assert await service.find("P-100") == parcel
    assert parcel.reference == "C7"
    assert await service.label_of("P-100") == "^XA"


@pytest.mark.asyncio
async def test_a_number_is_booked_once(service, order, carrier):
    await service.send(order)
    with pytest.raises(ConflictError):
        await service.send(order)
    carrier.book.assert_awaited_once_with("Rue Haute 1, Brussels", 900)


@pytest.mark.asyncio
async def test_a_change_is_told_once(service, order, sink):
    await service.send(order)
    assert (await service.refresh("P-100")).state is CarrierState.IN_TRANSIT
    await service.refresh("P-100")
    sink.tell.assert_awaited_once()


@pytest.mark.asyncio
async def test_of_a_delivered_parcel_there_will_be_no_news(service, order, carrier):
    await service.send(order)
    assert await service.under_way() == ["P-100"]
    carrier.state_of.return_value = CarrierState.DELIVERED
    await service.refresh("P-100")
    assert await service.under_way() == []
