"""Reads and writes orders and the products in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.customer import Customer
from app.models.order import Order, OrderStatus, Product


class OrderRepository:
    """Orders; the caller brings the session."""

    def add(self, session: Session, order: Order) -> Order:
        """Write a new order and fill in its id."""
        session.add(order)
        session.flush()
        return order

    def get(self, session: Session, order_id: int) -> Order | None:
        """The order with this id."""
        return session.get(Order, order_id)

    def recent(
        self, session: Session, status: OrderStatus | None, limit: int, offset: int
    ) -> Sequence[Order]:
        """Orders from the newest on, if wanted only those in one state."""
        query = select(Order).order_by(Order.created_at.desc(), Order.id.desc())
        if status is not None:
            query = query.where(Order.status == status)
        return session.scalars(query.limit(limit).offset(offset)).all()

    def search(
        self, session: Session, term: str, fuzzy: bool = False, **filters
    ) -> Sequence[Order]:
        """Orders of the customers whose name holds the term."""
        query = select(Order).join(Customer).where(Customer.name.icontains(term))
        return session.scalars(query.filter_by(**filters)).all()

    def placed_between(self, session: Session, first: datetime, end: datetime) -> Sequence[Order]:
        """Orders placed in a span of time, the end not included."""
        query = select(Order).where(Order.created_at >= first, Order.created_at < end)
        return session.scalars(query).all()


class ProductRepository:
    """Products; the caller brings the session."""

    def get(self, session: Session, sku: str) -> Product | None:
        """The product with this number."""
        return session.get(Product, sku)

    def add(self, session: Session, product: Product) -> Product:
        """Write a new product."""
        session.add(product)
        session.flush()
        return product
