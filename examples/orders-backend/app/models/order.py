"""Products, orders and invoices."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.models.base import Base, CreatedAtMixin
from app.models.customer import Customer


class OrderStatus(StrEnum):
    """The states of an order."""

    PLACED = "placed"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


class Product(Base):
    """Something in the catalogue, and how much of it is in stock."""

    __tablename__ = "products"

    sku: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    unit_cents: Mapped[int]
    stock: Mapped[int] = mapped_column(default=0)


class Order(CreatedAtMixin, Base):
    """An order with the prices that were valid when it was placed."""

    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"), index=True)
    status: Mapped[str] = mapped_column(String(20), default=OrderStatus.PLACED)
    goods_cents: Mapped[int]
    discount_cents: Mapped[int]
    shipping_cents: Mapped[int]
    tax_cents: Mapped[int]
    total_cents: Mapped[int]

    customer: Mapped[Customer] = relationship(lazy="joined")
    lines: Mapped[list[OrderLine]] = relationship(cascade="all, delete-orphan")


class OrderLine(Base):
    """One product in an order."""

    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    sku: Mapped[str] = mapped_column(ForeignKey("products.sku"))
    name: Mapped[str] = mapped_column(String(120))
    quantity: Mapped[int]
    unit_cents: Mapped[int]


class Invoice(CreatedAtMixin, Base):
    """The bill for one order."""

    __tablename__ = "invoices"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), unique=True)
    reference: Mapped[str] = mapped_column(String(25))
    amount_cents: Mapped[int]
    issued_on: Mapped[date]
    due_on: Mapped[date]
    paid_on: Mapped[date | None]

    order: Mapped[Order] = relationship(lazy="joined")
