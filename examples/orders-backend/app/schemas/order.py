"""Orders, stock and invoices as the API shows them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Optional

from pydantic import BaseModel, ConfigDict, Field


class Row(BaseModel):
    """Read from a row of the database."""

    model_config = ConfigDict(from_attributes=True)


class LineCreate(BaseModel):
    """One product of a new order."""

    sku: str = Field(min_length=1, max_length=32)
    quantity: int = Field(ge=1, le=10_000)


class OrderCreate(BaseModel):
    """A new order."""

    customer_id: int
    lines: list[LineCreate] = Field(min_length=1, max_length=200)


class LineRead(Row):
    """One product of an order."""

    sku: str
    name: str
    quantity: int
    unit_cents: int


class OrderRead(Row):
    """An order with its prices."""

    id: int
    status: str
    created_at: datetime
    goods_cents: int
    discount_cents: int
    shipping_cents: int
    tax_cents: int
    total_cents: int
    lines: list[LineRead]


class StockUpdate(BaseModel):
    """A delivery to the warehouse."""

    name: str = Field(min_length=1, max_length=120)
    unit_cents: int = Field(ge=1)
    received: int = Field(ge=0)


class StockRead(Row):
    """A product and its stock."""

    sku: str
    name: str
    unit_cents: int
    stock: int


class InvoiceRead(Row):
    """An invoice without its text."""

    number: str
    reference: str
    amount_cents: int
    issued_on: date
    due_on: date
    paid_on: date | None


class PaymentLinkRead(BaseModel):
    """Where the customer pays."""

    url: str
    expires: str
