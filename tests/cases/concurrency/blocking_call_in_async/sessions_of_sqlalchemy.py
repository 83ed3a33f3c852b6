from typing import Annotated

from fastapi import Depends
from sqlalchemy.orm import Session, sessionmaker

SessionLocal = sessionmaker()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


SessionDep = Annotated[Session, Depends(get_db)]


async def by_annotation(db: Session):
    db.add(db)
    db.commit()  # finding: QK801
    db.refresh(db)


async def by_factory():
    with SessionLocal() as session:
        session.execute("select 1")  # finding: QK801


async def by_provider(db=Depends(get_db)):
    return db.query("a").filter("b").all()  # finding: QK801


async def by_alias(db: SessionDep):
    return db.scalars("a").all()  # finding: QK801


class Users:
    def __init__(self, session: Session):
        self.session = session

    async def find(self, number):
        query = self.session.query("a")
        return query.filter(number).first()  # finding: QK801

    def load(self, number):
        return self.session.get("a", number)

    async def through_a_method(self):
        return self.load(1)  # finding: QK801
