from unittest.mock import AsyncMock

import pytest

from app.carriers import Booking, CarrierClient, CarrierState
from app.parcels import NewParcel, NewsSink, ParcelRepository, ParcelService
from app.parcels.labels import LabelArchive


@pytest.fixture
def carrier():
    carrier = AsyncMock(spec=CarrierClient)
    carrier.book.return_value = Booking(reference="C7", label="^XA")
    carrier.state_of.return_value = CarrierState.IN_TRANSIT
    return carrier


@pytest.fixture
def sink():
    return AsyncMock(spec=NewsSink)


@pytest.fixture
def service(carrier, sink, tmp_path):
    return ParcelService(ParcelRepository(), carrier, LabelArchive(tmp_path / "labels"), sink)


@pytest.fixture
def order():
    return NewParcel(number="P-100", address="Rue Haute 1, Brussels", grams=900)
