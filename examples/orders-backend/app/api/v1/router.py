"""All endpoints of version 1."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from app.api.v1.endpoints import customers, invoices, orders, stock
from app.core.security import require_api_key

api_router = APIRouter(prefix="/api/v1", dependencies=[Depends(require_api_key)])
api_router.include_router(customers.router)
api_router.include_router(orders.router)
api_router.include_router(invoices.router)
api_router.include_router(stock.router)
