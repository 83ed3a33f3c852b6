import pytest

from app.core import NotFoundError
from app.parcels import ParcelRepository


@pytest.mark.asyncio
async def test_an_unknown_number_is_an_error_that_names_it():
    with pytest.raises(NotFoundError) as caught:
        await ParcelRepository().get("P-404")
    assert caught.value.details == {"number": "P-404"}
