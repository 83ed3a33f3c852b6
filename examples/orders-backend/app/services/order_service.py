"""Everything about orders: prices, invoices, and the mails that customers get."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.core.config import get_mail_settings, get_settings
from app.core.errors import InvalidStateError, NotFoundError
from app.core.mail import MailTransport, SmtpTransport
from app.models.base import utc_now
from app.models.customer import Customer
from app.models.order import Invoice, Order, OrderLine, OrderStatus, Product
from app.repositories.invoice_repository import InvoiceRepository
from app.repositories.order_repository import OrderRepository, ProductRepository
from app.schemas.order import LineCreate
from app.services.stock_service import StockService

logger = logging.getLogger(__name__)

#: Value added tax by country, in per cent.
TAX_PERCENT = {"AT": 20, "DE": 19, "FR": 20, "NL": 21}
#: What a parcel costs by country, in cents.
PARCEL_CENTS = {"AT": 890, "DE": 590, "NL": 790}
#: From this many pieces on a standard customer gets the bulk discount.
BULK_PIECES = 100
BULK_DISCOUNT = 0.05

PAGE_WIDTH = 72
AMOUNT_WIDTH = 14


class PricedLine(NamedTuple):
    """One wanted product with the price it has today."""

    product: Product
    quantity: int

    @property
    def cents(self) -> int:
        """The price of all pieces."""
        return self.product.unit_cents * self.quantity


class Quote(NamedTuple):
    """What an order costs, in cents."""

    lines: tuple[PricedLine, ...]
    goods: int
    discount: int
    shipping: int
    tax: int

    @property
    def total(self) -> int:
        """What the customer has to pay."""
        return self.goods - self.discount + self.shipping + self.tax


def format_cents(cents: int) -> str:
    """An amount as the customer reads it."""
    return f"{cents / 100:,.2f} EUR"


class OrderService:
    """Takes orders, bills them and keeps the customers informed."""

    def __init__(
        self,
        orders: OrderRepository,
        stock: StockService,
        invoices: InvoiceRepository,
        mail: MailTransport,
    ) -> None:
        self._orders = orders
        self._stock = stock
        self._invoices = invoices
        self._mail = mail

    # Orders and their prices

    def place_order(
        self, session: Session, customer: Customer, wanted: Sequence[LineCreate]
    ) -> Order:
        """Reserve the goods and write the order with today's prices.

        Raises:
            NotFoundError: A product is not in the catalogue.
            OutOfStockError: A product is not there in the wanted quantity.
        """
        quote = self.quote(session, customer, wanted)
        for line in quote.lines:
            self._stock.reserve(session, line.product.sku, line.quantity)
        order = Order(
            customer=customer,
            status=OrderStatus.PLACED,
            goods_cents=quote.goods,
            discount_cents=quote.discount,
            shipping_cents=quote.shipping,
            tax_cents=quote.tax,
            total_cents=quote.total,
            lines=[self._to_order_line(line) for line in quote.lines],
        )
        self._orders.add(session, order)
        logger.info("order placed", extra={"order_id": order.id, "total_cents": order.total_cents})
        return order

    def find_order(self, session: Session, order_id: int) -> Order:
        """The order with this id.

        Raises:
            NotFoundError: There is none.
        """
        order = self._orders.get(session, order_id)
        if order is None:
            raise NotFoundError(f"there is no order {order_id}")
        return order

    def list_orders(
        self, session: Session, status: OrderStatus | None, limit: int, offset: int
    ) -> Sequence[Order]:
        """The newest orders, if wanted only those in one state."""
        return self._orders.recent(session, status, limit, offset)

    def cancel_order(self, session: Session, order_id: int) -> Order:
        """Cancel an order that has not left the warehouse, and put its goods back.

        Raises:
            NotFoundError: There is no such order.
            InvalidStateError: The order is shipped or cancelled.
        """
        order = self.find_order(session, order_id)
        self._require_placed(order, "cancelled")
        for line in order.lines:
            self._stock.give_back(session, line.sku, line.quantity)
        order.status = OrderStatus.CANCELLED
        return order

    def ship_order(self, session: Session, order_id: int) -> Order:
        """Note that an order has left the warehouse.

        Raises:
            NotFoundError: There is no such order.
            InvalidStateError: The order is shipped or cancelled.
        """
        order = self.find_order(session, order_id)
        self._require_placed(order, "shipped")
        order.status = OrderStatus.SHIPPED
        return order

    def quote(self, session: Session, customer: Customer, wanted: Sequence[LineCreate]) -> Quote:
        """What an order would cost now.

        Raises:
            NotFoundError: A product is not in the catalogue.
        """
        lines = tuple(
            PricedLine(self._stock.find(session, line.sku), line.quantity) for line in wanted
        )
        goods = sum(line.cents for line in lines)
        discount = self._discount(customer, lines, goods)
        shipping = self._shipping(customer.country, goods - discount)
        tax = self._tax(customer.country, goods - discount + shipping)
        return Quote(lines, goods, discount, shipping, tax)

    def _discount(self, customer: Customer, lines: Sequence[PricedLine], goods: int) -> int:
        if customer.tier == "wholesale":
            return goods - round(goods * 0.85)
        pieces = sum(line.quantity for line in lines)
        if pieces >= BULK_PIECES:
            return round(goods * BULK_DISCOUNT)
        return 0

    def _shipping(self, country: str, net: int) -> int:
        if net > 5000:
            return 0
        return PARCEL_CENTS.get(country, 1490)

    def _tax(self, country: str, net: int) -> int:
        percent: int = TAX_PERCENT.get(country)
        return round(net * percent / 100)

    def _to_order_line(self, line: PricedLine) -> OrderLine:
        return OrderLine(
            sku=line.product.sku,
            name=line.product.name,
            quantity=line.quantity,
            unit_cents=line.product.unit_cents,
        )

    def _require_placed(self, order: Order, step: str) -> None:
        if order.status != OrderStatus.PLACED:
            raise InvalidStateError(f"order {order.id} is {order.status}, it cannot be {step}")

    # Invoices

    def issue_invoice(self, session: Session, order: Order) -> Invoice:
        """Bill an order; an order that has an invoice keeps it.

        Raises:
            InvalidStateError: The order is cancelled.
        """
        if order.status == OrderStatus.CANCELLED:
            raise InvalidStateError(f"order {order.id} is cancelled, there is nothing to bill")
        known = self._invoices.by_order(session, order.id)
        if known is not None:
            return known
        today = utc_now().date()
        number = self._next_invoice_number(session, today.year)
        invoice = Invoice(
            number=number,
            order=order,
            reference=self._payment_reference(number),
            amount_cents=order.total_cents,
            issued_on=today,
            due_on=today + timedelta(days=get_settings().invoice_due_days),
        )
        self._invoices.add(session, invoice)
        self._archive_invoice(invoice)
        return invoice

    def find_invoice(self, session: Session, number: str) -> Invoice:
        """The invoice with this number.

        Raises:
            NotFoundError: There is none.
        """
        invoice = self._invoices.by_number(session, number)
        if invoice is None:
            raise NotFoundError(f"there is no invoice {number}")
        return invoice

    def settle_invoice(self, session: Session, number: str, paid_on: date) -> Invoice:
        """Note that an invoice is paid.

        Raises:
            NotFoundError: There is no such invoice.
            InvalidStateError: The invoice is paid already.
        """
        invoice = self.find_invoice(session, number)
        if invoice.paid_on is not None:
            raise InvalidStateError(f"invoice {number} is already paid")
        invoice.paid_on = paid_on
        return invoice

    def overdue_invoices(self, session: Session, today: date) -> Sequence[Invoice]:
        """Invoices that should have been paid before today."""
        return self._invoices.unpaid_since(session, today)

    def render_invoice(self, invoice: Invoice) -> str:
        """The text of the invoice's only page, ready for the PDF printer."""
        parts = [
            self._render_head(invoice),
            self._render_lines(invoice.order.lines),
            self._render_totals(invoice.order),
            self._render_payment(invoice),
        ]
        return "\n\n".join(parts) + "\n"

    def _render_head(self, invoice: Invoice) -> str:
        company = get_settings().company_name
        customer = invoice.order.customer
        return "\n".join(
            [
                company.upper().center(PAGE_WIDTH).rstrip(),
                "=" * PAGE_WIDTH,
                f"Invoice   {invoice.number}",
                f"Issued on {invoice.issued_on.isoformat()}",
                f"Order     {invoice.order.id}",
                f"Bill to   {customer.name} ({customer.country})",
            ]
        )

    def _render_lines(self, lines: Sequence[OrderLine]) -> str:
        return "\n".join(self._render_line(line) for line in lines)

    def _render_line(self, line: OrderLine) -> str:
        amount = format_cents(line.quantity * line.unit_cents)
        left = f"{line.quantity:>5} x {line.name[:38]}"
        return self._row(left, amount)

    def _render_totals(self, order: Order) -> str:
        rows = [
            self._row("Goods", format_cents(order.goods_cents)),
            self._row("Shipping", format_cents(order.shipping_cents)),
            self._row("Value added tax", format_cents(order.tax_cents)),
            "-" * PAGE_WIDTH,
            self._row("Total", format_cents(order.total_cents)),
        ]
        if order.discount_cents:
            rows.insert(1, self._row("Discount", format_cents(-order.discount_cents)))
        return "\n".join(rows)

    def _render_payment(self, invoice: Invoice) -> str:
        if invoice.paid_on is not None:
            return f"Paid on {invoice.paid_on.isoformat()}. Thank you."
        return (
            f"Please pay {format_cents(invoice.amount_cents)} until {invoice.due_on.isoformat()}.\n"
            f"Payment reference: {invoice.reference}"
        )

    def _row(self, left: str, right: str) -> str:
        return left.ljust(PAGE_WIDTH - AMOUNT_WIDTH) + right.rjust(AMOUNT_WIDTH)

    def _next_invoice_number(self, session: Session, year: int) -> str:
        count = self._invoices.count_in_year(session, year)
        return f"INV-{year}-{count + 1:05d}"

    def _payment_reference(self, number: str) -> str:
        """A creditor reference after ISO 11649, which banks check for typing errors."""
        body = "".join(character for character in number if character.isalnum())
        digits = "".join(str(int(character, 36)) for character in body + "RF00")
        check = 98 - int(digits) % 97  # quality-kit: ignore[QK301] -- ISO 7064 fixes the numbers
        return f"RF{check:02d}{body}"

    def _archive_invoice(self, invoice: Invoice) -> None:
        folder = os.getenv("INVOICE_ARCHIVE_DIR", "")
        if not folder:
            return
        try:
            Path(folder, f"{invoice.number}.txt").write_text(self.render_invoice(invoice))
        except OSError:
            logger.exception("invoice not archived", extra={"invoice": invoice.number})

    # Mails to the customer

    def confirm_order(self, order: Order) -> bool:
        """Tell the customer that the order has arrived."""
        subject = f"Your order {order.id}"
        text = (
            f"{self._greeting(order.customer)}\n\n"
            f"thank you for your order over {format_cents(order.total_cents)}.\n"
            "We write again when the goods leave our warehouse.\n\n"
            f"{self._closing()}"
        )
        return self._deliver(order.customer, subject, text)

    def notify_shipped(self, order, carrier="Parcel Post"):
        subject = f"Your order {order.id} is on its way"
        text = (
            f"{self._greeting(order.customer)}\n\n"
            f"{carrier} has taken over your parcel today.\n\n"
            f"{self._closing()}"
        )
        return self._deliver(order.customer, subject, text)

    def notify_cancelled(self, order: Order) -> bool:
        """Tell the customer that nothing will come, and nothing has to be paid."""
        subject = f"Your order {order.id} is cancelled"
        text = (
            f"{self._greeting(order.customer)}\n\n"
            "we have cancelled your order. You do not have to pay anything.\n\n"
            f"{self._closing()}"
        )
        return self._deliver(order.customer, subject, text)

    def remind(self, invoice: Invoice, today: date) -> bool:
        """Ask for the money of an overdue invoice; the tone depends on the delay.

        Args:
            invoice: An unpaid invoice that was due before today.
            today: The day from which the delay is counted.
        """
        days = (today - invoice.due_on).days
        if days > 30:
            subject = f"Final notice: invoice {invoice.number}"
            demand = (
                "If we do not receive it within a week, we hand the matter to a collection agency."
            )
        else:
            subject = f"Reminder: invoice {invoice.number}"
            demand = "If you have paid in the meantime, please forget this mail."
        text = (
            f"{self._greeting(invoice.order.customer)}\n\n"
            f"we still wait for {format_cents(invoice.amount_cents)}, due {days} days ago.\n"
            f"Please use the payment reference {invoice.reference}.\n"
            f"{demand}\n\n"
            f"{self._closing()}"
        )
        return self._deliver(invoice.order.customer, subject, text)

    def _greeting(self, customer: Customer) -> str:
        return f"Dear {customer.name},"

    def _closing(self) -> str:
        return f"Kind regards\n{get_settings().company_name}"

    def _deliver(self, customer: Customer, subject: str, text: str) -> bool:
        """Send a mail; whether it went out. A mail must never stop an order."""
        try:
            self._mail.send(customer.email, subject, text)
        except:
            logger.exception("mail not sent", extra={"customer_id": customer.id})
            return False
        return True


order_service = OrderService(
    orders=OrderRepository(),
    stock=StockService(ProductRepository()),
    invoices=InvoiceRepository(),
    mail=SmtpTransport(get_mail_settings()),
)
