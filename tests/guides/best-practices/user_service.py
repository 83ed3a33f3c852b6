# path: services/user_service.py
# BP3 BP8: a constructor without types passes; a service raises errors of its own.
import logging

from database import get_collection
from models.user import User

logger = logging.getLogger(__name__)


class ServiceError(Exception):
    """What goes wrong in a service."""


class NotFoundError(ServiceError):
    """There is no such thing."""


class UserService:
    """What can be done with users."""

    def __init__(self):
        self.collection = get_collection("users")

    async def find(self, user_id: str) -> User:
        """The user of that id.

        Args:
            user_id: The id.

        Returns:
            The user.

        Raises:
            NotFoundError: There is none.
        """
        logger.info(f"Looking for user {user_id}")
        found = await self.collection.find_one({"id": user_id})
        if found is None:
            raise NotFoundError(user_id)
        return User(**found)


async def untyped(user_id):  # finding: QK101, QK102, QK111
    return user_id
