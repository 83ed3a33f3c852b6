# path: app/orders/errors.py
# SG5 SG6: errors that nobody can tell apart, and handlers that pass over them.
import logging

from app.core.errors import PaymentError

logger = logging.getLogger(__name__)


class OrderService:
    def pay(self, amount: int) -> None:
        if amount < 0:
            raise Exception("negative amount")  # finding: QK703

    def cancel(self, order_id: str) -> None:
        try:
            self.refund(order_id)
        except PaymentError:  # finding: QK702
            pass

    def ship(self, order_id: str) -> str | None:
        try:
            return self.refund(order_id)
        except Exception:  # finding: QK701
            return None

    def again(self, order_id: str) -> str:
        try:
            return self.refund(order_id)
        except PaymentError:
            logger.exception("No refund", extra={"order_id": order_id})
            raise

    def refund(self, order_id: str) -> str:
        return order_id
