"""Registers and finds customers."""

from __future__ import annotations

from app.core.errors import InvalidStateError, NotFoundError
from app.models.customer import Customer
from app.repositories.customer_repository import CustomerRepository
from app.schemas.customer import CustomerCreate


class CustomerService:
    """The rules about customers; built per request by ``get_customer_service``."""

    def __init__(self, customers: CustomerRepository) -> None:
        self._customers = customers

    def register(self, data: CustomerCreate) -> Customer:
        """Add a customer.

        Raises:
            InvalidStateError: Somebody is registered with this address.
        """
        email = data.email.lower()
        if self._customers.by_email(email):
            raise InvalidStateError(f"{email} is already registered")
        fields = data.model_dump() | {"email": email}
        return self._customers.add(Customer(**fields))

    def find(self, customer_id: int) -> Customer:
        """The customer with this id.

        Raises:
            NotFoundError: There is none.
        """
        customer = self._customers.get(customer_id)
        if customer is None:
            raise NotFoundError(f"there is no customer {customer_id}")
        return customer
