# path: app/db/repositories/base.py
# RP17: a repository handles the errors of the database; it does not pass over them in silence.
import logging
from typing import Generic, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

Row = TypeVar("Row")
logger = logging.getLogger(__name__)


class BaseRepository(Generic[Row]):
    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, row: Row) -> bool:
        try:
            self.session.add(row)
            self.session.commit()
        except IntegrityError:
            logger.exception("row not stored")
            self.session.rollback()
            return False
        return True

    def remove(self, row: Row) -> None:
        try:
            self.session.delete(row)
            self.session.commit()
        except Exception:  # finding: QK701
            pass
