"""Prices, references and reminders."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.models.customer import Customer
from app.models.order import Invoice, Order, OrderLine, OrderStatus, Product
from app.schemas.order import LineCreate
from app.services.order_service import order_service
from app.services.report_service import best_sellers


def customer(tier: str = "standard") -> Customer:
    return Customer(name="Nook", email="nook@example.com", country="DE", tier=tier)


@pytest.mark.parametrize(
    ("tier", "pieces", "discount", "shipping"),
    [
        ("standard", 10, 0, 590),
        ("standard", 100, 500, 0),
        ("wholesale", 50, 750, 590),
        ("wholesale", 100, 1500, 0),
    ],
)
def test_discount_and_shipping_depend_on_tier_and_size(
    session: Session, tier: str, pieces: int, discount: int, shipping: int
) -> None:
    session.add(Product(sku="BOX", name="Box", unit_cents=100, stock=0))
    session.flush()
    wanted = [LineCreate(sku="BOX", quantity=pieces)]
    quote = order_service.quote(session, customer(tier), wanted)
    assert (quote.discount, quote.shipping) == (discount, shipping)


@pytest.mark.parametrize(
    ("today", "subject"),
    [
        (date(2026, 3, 12), "Reminder: invoice INV-1"),
        (date(2026, 5, 1), "Final notice: invoice INV-1"),
    ],
)
def test_the_tone_of_a_reminder_depends_on_the_delay(
    mailbox: list[dict[str, str]], today: date, subject: str
) -> None:
    order = Order(id=7, customer=customer(), status=OrderStatus.SHIPPED)
    invoice = Invoice(number="INV-1", order=order, amount_cents=1999, due_on=date(2026, 3, 2))
    assert order_service.remind(invoice, today)
    assert [mail["subject"] for mail in mailbox] == [subject]


def test_best_sellers_count_pieces() -> None:
    orders = [Order(lines=[OrderLine(sku="A", quantity=2), OrderLine(sku="B", quantity=3)])]
    assert best_sellers(orders) == [("B", 3), ("A", 2)]
