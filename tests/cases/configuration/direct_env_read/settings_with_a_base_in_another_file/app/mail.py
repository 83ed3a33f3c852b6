import os

from app.base import Base


class Mail(Base):
    smtp_host: str = "localhost"


FALLBACK = os.getenv("SMTP_FALLBACK")
