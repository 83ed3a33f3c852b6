from functools import lru_cache
from typing import Annotated

import redis
from fastapi import Depends
from sqlalchemy.orm import Session, sessionmaker

SessionLocal = sessionmaker()
cache = redis.Redis()


def get_db():
    yield SessionLocal()


@lru_cache
def settings():
    return SessionLocal().get("settings", 1)


SessionDep = Annotated[Session, Depends(get_db)]
