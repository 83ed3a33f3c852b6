# path: app/core/security.py
# RP8 RP9: strong hashes, tokens that end.
from datetime import datetime, timedelta

from jose import jwt
from passlib.context import CryptContext

from app.config.settings import get_settings

settings = get_settings()
hashes = CryptContext(schemes=["bcrypt"], deprecated="auto")


def hash_of(password: str) -> str:
    return hashes.hash(password)


def access_token(data: dict, lifetime: timedelta) -> str:
    content = {**data, "exp": datetime.utcnow() + lifetime}
    return jwt.encode(content, settings.JWT_SECRET_KEY, algorithm=settings.JWT_ALGORITHM)
