"""Products and their stock."""

from __future__ import annotations

import logging

from fastapi import APIRouter

from app.core.database import SessionDep
from app.models.order import Product
from app.repositories.order_repository import ProductRepository
from app.schemas.order import StockRead, StockUpdate
from app.services.stock_service import StockService as Warehouse

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/stock", tags=["stock"])

warehouse = Warehouse(ProductRepository())


@router.get("/{sku}", response_model=StockRead)
def read_stock(sku: str, session: SessionDep):
    """Read how much of a product is left."""
    return warehouse.find(session, sku)


@router.put("/{sku}", response_model=StockRead)
def receive_delivery(sku: str, delivery: StockUpdate, session: SessionDep) -> Product:
    """Count a delivery in."""
    product = warehouse.receive(session, sku, delivery.name, delivery.unit_cents, delivery.received)
    logger.info(f"delivery counted in", extra={"sku": sku, "received": delivery.received})
    return product
