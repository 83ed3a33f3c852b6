# path: services/people.py
# BP20: values are parameters of a query.
"""People."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


class PeopleRepository:
    """Finds people."""

    def __init__(self, db: AsyncSession):
        self.db = db

    async def by_mail(self, mail: str) -> object:
        """Somebody with that address."""
        return await self.db.execute(text("SELECT * FROM people WHERE mail = :mail"), {"mail": mail})

    async def by_name(self, name: str) -> object:
        """Somebody of that name."""
        return await self.db.execute(f"SELECT * FROM people WHERE name = '{name}'")  # finding: QK901
