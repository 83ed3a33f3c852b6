import asyncio

from fastapi import Depends

from app.core import db as database
from app.core.db import SessionDep, SessionLocal, cache, get_db, settings
from app.users import Users, users


async def typed(db: SessionDep):
    db.commit()  # finding: QK801


async def provided(db=Depends(get_db)):
    return db.query("a").first()  # finding: QK801


async def made():
    with SessionLocal() as session:
        return session.scalar("a")  # finding: QK801


async def imported():
    cache.get("a")  # finding: QK801


async def by_module():
    database.cache.get("a")  # finding: QK801


async def through_helpers(other: Users):
    users.find(1)  # finding: QK801
    users.find(2)
    users.count()  # finding: QK801
    users.append(1)  # finding: QK801
    other.find(3)
    settings()
    users.load("a")
    users.name()
    return await asyncio.to_thread(users.find, 4)
