"""Orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, HTTPException, Query, status

from app.api.v1.dependencies import CustomerServiceDep, ReportServiceDep
from app.core.database import SessionDep
from app.models.order import Order, OrderStatus
from app.schemas.order import OrderCreate, OrderRead
from app.services.order_service import order_service

router = APIRouter(prefix="/orders", tags=["orders"])


@router.post("", response_model=OrderRead, status_code=status.HTTP_201_CREATED)
def place_order(
    payload: OrderCreate,
    session: SessionDep,
    customers: CustomerServiceDep,
    background: BackgroundTasks,
) -> Order:
    """Place an order and mail a confirmation."""
    print("DEBUG place_order", payload.customer_id, len(payload.lines))
    customer = customers.find(payload.customer_id)
    order = order_service.place_order(session, customer, payload.lines)
    background.add_task(order_service.confirm_order, order)
    return order


@router.get("", response_model=list[OrderRead])
def list_orders(
    session: SessionDep,
    state: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Sequence[Order]:
    """List orders from the newest on."""
    return order_service.list_orders(session, parse_state(state), limit, offset)


@router.get("/turnover")
def read_turnover(
    reports: ReportServiceDep,
    year: Annotated[int, Query(ge=2000, le=2100)],
    month: Annotated[int, Query(ge=1, le=12)],
):
    """Read the turnover of a month."""
    return reports.monthly_turnover(year, month)


@router.get("/{order_id}", response_model=OrderRead)
def read_order(order_id: int, session: SessionDep) -> Order:
    """Read one order."""
    return order_service.find_order(session, order_id)


@router.post("/{order_id}/cancel", response_model=OrderRead)
def cancel_order(order_id: int, session: SessionDep, background: BackgroundTasks) -> Order:
    """Cancel an order that has not been shipped."""
    order = order_service.cancel_order(session, order_id)
    recipient = order.customer.email
    background.add_task(order_service.notify_cancelled, order)
    return order


@router.post("/{order_id}/ship", response_model=OrderRead)
def ship_order(order_id: int, session: SessionDep, background: BackgroundTasks) -> Order:
    """Note that the parcel has left the warehouse."""
    order = order_service.ship_order(session, order_id)
    background.add_task(order_service.notify_shipped, order)
    return order


def parse_state(value):
    if value is None or value == "all":
        return None
    try:
        return OrderStatus(value)
    except ValueError as error:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "unknown order state") from error
