"""Background work: ``celery -A app.worker worker --beat``."""

from __future__ import annotations

import os
from datetime import timedelta

from celery import Celery

from app.core.database import SessionLocal
from app.models.base import utc_now
from app.services.order_service import order_service

celery_app = Celery("orders", broker=os.environ["CELERY_BROKER_URL"])
celery_app.conf.beat_schedule = {
    "remind": {"task": "orders.remind_overdue_customers", "schedule": timedelta(days=1)}
}


@celery_app.task(name="orders.remind_overdue_customers")
def remind_overdue_customers() -> int:
    """Mail everybody who is late; how many mails went out."""
    today = utc_now().date()
    with SessionLocal() as session:
        overdue = order_service.overdue_invoices(session, today)
        return sum(order_service.remind(invoice, today) for invoice in overdue)
