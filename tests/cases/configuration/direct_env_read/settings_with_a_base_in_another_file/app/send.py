import os

from app.mail import Mail
from pydantic import BaseModel


class Letter(BaseModel):
    text: str


FALLBACK = os.getenv("SMTP_FALLBACK")  # finding: QK503
OTHER = os.getenv("SMTP_OTHER")
