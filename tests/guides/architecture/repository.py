# path: app/db/repositories/cv_repository.py
# AR6 AR18: queries and commits are in the repository.
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models.cv import CV


class CVRepository:
    def __init__(self, db: AsyncSession):
        self.db = db

    async def create(self, cv: CV) -> CV:
        self.db.add(cv)
        await self.db.commit()
        await self.db.refresh(cv)
        return cv

    async def find(self, cv_id: str) -> CV | None:
        result = await self.db.execute(select(CV).where(CV.id == cv_id))
        return result.scalar_one_or_none()
