"""Builds what the endpoints need, one per request."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from app.core.database import SessionDep
from app.repositories.customer_repository import CustomerRepository
from app.repositories.order_repository import OrderRepository
from app.services.customer_service import CustomerService
from app.services.report_service import ReportService


def get_customer_service(session: SessionDep) -> CustomerService:
    """The customer service on the session of this request."""
    return CustomerService(CustomerRepository(session))


def get_report_service(session: SessionDep) -> ReportService:
    """The report service on the session of this request."""
    return ReportService(session, OrderRepository())


CustomerServiceDep = Annotated[CustomerService, Depends(get_customer_service)]
ReportServiceDep = Annotated[ReportService, Depends(get_report_service)]
