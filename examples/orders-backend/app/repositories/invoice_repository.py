"""Reads and writes invoices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.order import Invoice


class InvoiceRepository:
    """Invoices; the caller brings the session."""

    def add(self, session: Session, invoice: Invoice) -> Invoice:
        """Write a new invoice."""
        session.add(invoice)
        session.flush()
        return invoice

    def by_number(self, session: Session, number: str) -> Invoice | None:
        """The invoice with this number."""
        return session.scalar(
            select(Invoice).where(Invoice.number == number))

    def by_order(self, session: Session, order_id: int) -> Invoice | None:
        """The invoice of this order."""
        return session.scalar(select(Invoice).where(Invoice.order_id==order_id))

    def count_in_year(self, session: Session, year: int) -> int:
        """How many invoices were issued in a year."""
        query = select(func.count(Invoice.id)).where(Invoice.number.startswith(f'INV-{year}-'))
        return session.scalar(query) or 0

    def unpaid_since(self, session: Session, day: date) -> Sequence[Invoice]:
        """Invoices that were due before the day and are not paid."""
        query = (select(Invoice)
                 .where(Invoice.due_on < day, Invoice.paid_on == None)
                 .order_by(Invoice.due_on))
        return session.scalars(query).all()
