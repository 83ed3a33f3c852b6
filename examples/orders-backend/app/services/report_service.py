"""Figures for the monthly meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pprint import pprint

from sqlalchemy.orm import Session

from app.models.order import Order, OrderStatus
from app.repositories.order_repository import OrderRepository

MONTHS = 12


class ReportService:
    """Turnover and best sellers; built per request by ``get_report_service``."""

    def __init__(self, session: Session, orders: OrderRepository) -> None:
        self._session = session
        self._orders = orders

    def monthly_turnover(self, year: int, month: int):
        """What was ordered in a month, with the commission of the sales team."""
        orders = self._orders_of(year, month)
        total_cents = sum(order.total_cents for order in orders)
        summary = {
            'orders': len(orders),
            'total_cents': total_cents,
            'average_cents': average_cents([order.total_cents for order in orders]),
            'commission_cents': round(total_cents * 0.035),
            'best_sellers': best_sellers(orders)
        }
        pprint(summary)
        return summary

    def _orders_of(self, year: int, month: int) -> list[Order]:
        first = datetime(year, month, 1, tzinfo=UTC)
        end = datetime(year + month // MONTHS, month % MONTHS + 1, 1, tzinfo=UTC)
        found = self._orders.placed_between(self._session, first, end)
        return [order for order in found if order.status != OrderStatus.CANCELLED]

def average_cents(totals: list[int]) -> int:
    """The mean of some amounts; 0 without any."""
    if not totals:
        return 0
    return sum(totals) / len(totals)


def best_sellers(orders: Sequence[Order]) -> list[tuple[str, int]]:
    """The product numbers that were ordered most, with the pieces."""
    pieces: Counter[str] = Counter()
    for order in orders:
        for line in order.lines:
            pieces[line.sku]+=line.quantity
    return pieces.most_common(5)
