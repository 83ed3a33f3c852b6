# path: routes/users.py
# BP8 BP9: a route maps the errors of services, and logs what nobody expected with its traceback.
"""Users."""

import logging

from fastapi import APIRouter, Depends, HTTPException, status

from models.user import UserResponse
from services.user_service import NotFoundError, UserService

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/api/v1/users", tags=["users"])


async def get_user_service() -> UserService:
    """The service for users."""
    return UserService()


@router.get("/{user_id}", response_model=UserResponse, summary="One user", description="The user of that id")
async def read_user(user_id: str, service: UserService = Depends(get_user_service)) -> UserResponse:
    """The user of that id."""
    try:
        return await service.find(user_id)
    except NotFoundError as error:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail=str(error)) from error
    except Exception as error:
        logger.exception(f"No answer about user {user_id}")
        raise HTTPException(
            status_code=status.HTTP_500_INTERNAL_SERVER_ERROR,
            detail="Internal server error",
        ) from error
