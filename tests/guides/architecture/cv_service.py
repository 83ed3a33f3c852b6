# path: app/services/cv_service.py
# AR3 AR6: a service receives its session; everything is typed.
from sqlalchemy.ext.asyncio import AsyncSession

from app.schemas.cv import CVCreate, CVResponse


class CVService:
    def __init__(self, db: AsyncSession):
        self.db = db

    async def create(self, data: CVCreate) -> CVResponse:
        ...

    async def untyped(self, data):  # finding: QK101, QK102
        ...
