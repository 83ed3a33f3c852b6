"""Reads and writes customers."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.customer import Customer


class CustomerRepository:
    """The customers that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, customer: Customer) -> Customer:
        """Write a new customer and fill in its id."""
        self._session.add(customer)
        self._session.flush()
        return customer

    def get(self, customer_id: int) -> Customer | None:
        """The customer with this id."""
        return self._session.get(Customer, customer_id)

    def by_email(self, email: str) -> Customer | None:
        """The customer with this address, whatever its case."""
        return self._session.scalar(select(Customer).where(Customer.email == email.lower()))
