"""Customers as the API shows them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class CustomerCreate(BaseModel):
    """A new customer."""

    name: str = Field(min_length=1, max_length=120)
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=254)
    country: Literal["AT", "DE", "FR", "NL"]
    tier: Literal["standard", "wholesale"] = "standard"


class CustomerRead(CustomerCreate):
    """A known customer."""

    model_config = ConfigDict(from_attributes=True)

    id: int
