"""Knows what lies in the warehouse."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.core.errors import NotFoundError, OutOfStockError
from app.models.order import Product
from app.repositories.order_repository import ProductRepository


class StockService:
    """Deliveries, reservations and returns of products."""

    def __init__(self, products: ProductRepository) -> None:
        self._products = products

    def find(self, session: Session, sku: str) -> Product:
        """The product with this number.

        Raises:
            NotFoundError: The catalogue does not have it.
        """
        product = self._products.get(session, sku)
        if product is None:
            raise NotFoundError(f"there is no product {sku}")
        return product

    def receive(
        self, session: Session, sku: str, name: str, unit_cents: int, received: int
    ) -> Product:
        """Count a delivery in; an unknown product is added to the catalogue."""
        product = self._products.get(session, sku)
        if product is None:
            product = Product(sku=sku, name=name, unit_cents=unit_cents, stock=0)
            self._products.add(session, product)
        product.name = name
        product.unit_cents = unit_cents
        product.stock += received
        return product

    def reserve(self, session: Session, sku: str, quantity: int) -> Product:
        """Take pieces out of the stock.

        Raises:
            NotFoundError: The catalogue does not have the product.
            OutOfStockError: Fewer pieces are left than wanted.
        """
        product = self.find(session, sku)
        if product.stock < quantity:
            raise OutOfStockError(f"{sku}: {quantity} wanted, {product.stock} in stock")
        product.stock -= quantity
        return product

    def give_back(self, session: Session, sku: str, quantity: int) -> None:
        """Put the pieces of a cancelled order back."""
        self.find(session, sku).stock += quantity
