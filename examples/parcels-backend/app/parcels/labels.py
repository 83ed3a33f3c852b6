"""Labels to print and stick on parcels, as files."""

import asyncio
from pathlib import Path

from app.core import NotFoundError


class LabelArchive:
    """Writes and reads labels in a folder, in threads, because files make everybody wait."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, number: str, label: str) -> None:
        """Write the label of a parcel."""
        await asyncio.to_thread(self._write, number, label)

    async def read(self, number: str) -> str:
        """The label of a parcel."""
        try:
            return await asyncio.to_thread(self._path(number).read_text, encoding="utf-8")
        except FileNotFoundError as error:
            raise NotFoundError("there is no such label", {"number": number}) from error

    def _write(self, number: str, label: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path(number).write_text(label, encoding="utf-8")

    def _path(self, number: str) -> Path:
        return self._folder / f"{number}.zpl"
