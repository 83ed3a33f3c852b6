"""What all tables share."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def utc_now() -> datetime:
    """The current time, with its time zone."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Base of all models."""


class CreatedAtMixin:
    """When the row was written."""

    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=utc_now)
