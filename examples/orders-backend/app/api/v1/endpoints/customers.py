"""Customers."""

from __future__ import annotations

from app.api.v1.dependencies import CustomerServiceDep
from fastapi import APIRouter, status
from app.schemas.customer import CustomerCreate, CustomerRead
from app.models.customer import Customer

router = APIRouter(prefix="/customers", tags=["customers"])


@router.post("", response_model=CustomerRead, status_code=status.HTTP_201_CREATED)
def register_customer(data: CustomerCreate, service: CustomerServiceDep) -> Customer:
    """Register a customer."""
    return service.register(data)


@router.get("/{customer_id}", response_model=CustomerRead)
def read_customer(customer_id: int, service: CustomerServiceDep) -> Customer:
    """Read one customer."""
    return service.find(customer_id)
