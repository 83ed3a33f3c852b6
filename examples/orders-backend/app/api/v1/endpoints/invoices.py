"""Invoices."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Path, status
from fastapi.responses import PlainTextResponse

from app.core.config import get_settings
from app.core.database import SessionDep
from app.models.order import Invoice
from app.schemas.order import InvoiceRead, PaymentLinkRead
from app.services.order_service import order_service
from app.services.payment_gateway import PaymentGateway

router = APIRouter(tags=["invoices"])

payment_gateway = PaymentGateway.from_settings(get_settings())


@router.post(
    "/orders/{order_id}/invoice", response_model=InvoiceRead, status_code=status.HTTP_201_CREATED
)
def issue_invoice(order_id: int, session: SessionDep) -> Invoice:
    """Bill an order."""
    order = order_service.find_order(session, order_id)
    return order_service.issue_invoice(session, order)


@router.get("/invoices/{number}", response_model=InvoiceRead)
def read_invoice(number: str, session: SessionDep) -> Invoice:
    """Read one invoice."""
    return order_service.find_invoice(session, number)


@router.get("/invoices/{number}/text", response_class=PlainTextResponse)
def read_invoice_text(number: str, session: SessionDep) -> str:
    """Read the page that is printed."""
    return order_service.render_invoice(order_service.find_invoice(session, number))


@router.post("/invoices/{number}/payment-link", response_model=PaymentLinkRead)
def create_payment_link(number: str, session: SessionDep) -> PaymentLinkRead:
    """Open a payment page for an invoice."""
    invoice = order_service.find_invoice(session, number)
    link = payment_gateway.create_link(invoice.number, invoice.amount_cents)
    return PaymentLinkRead(url=link.url, expires=link.describe_expiry())


@router.post("/invoices/{number}/settle", response_model=InvoiceRead)
def settle_invoice(number: str, paid_on: date, session: SessionDep) -> Invoice:
    """Note that the money for an invoice has arrived."""
    return order_service.settle_invoice(session, number, paid_on)
