# path: app/services/sign_in.py
# RP8 RP10: a service that checks passwords, and answers by the names of statuses.
from fastapi import HTTPException, status

from app.core.security import matches
from app.models.user import User


class SignInService:
    @staticmethod
    def checked(user: User | None, password: str) -> User:
        if user is None or not matches(password, user.hashed_password):
            raise HTTPException(
                status_code=status.HTTP_401_UNAUTHORIZED,
                detail="Wrong mail or password",
            )
        return user
