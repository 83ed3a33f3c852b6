import pytest

from app.core import NotFoundError
from app.parcels.labels import LabelArchive


@pytest.mark.asyncio
async def test_a_label_is_kept(tmp_path):
    archive = LabelArchive(tmp_path / "labels")
    await archive.keep("P-1", "^XA")
    assert await archive.read("P-1") == "^XA"


@pytest.mark.asyncio
async def test_a_label_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(NotFoundError):
        await LabelArchive(tmp_path).read("P-1")
