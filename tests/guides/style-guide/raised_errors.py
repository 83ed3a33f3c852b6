# path: app/orders/errors.py
# SG5 SG6: errors that nobody can tell apart, and handlers that pass over them.
import logging

logger = logging.getLogger(__name__)


class OrderService:
    def pay(self, amount: int) -> None:
        if amount < 0:
            raise Exception("negative amount")  # finding: QK703

    def cancel(self, order_id: str) -> None:
        try:
            self.find(order_id)
        except KeyError:  # finding: QK702
            pass

    def find(self, order_id: str) -> str:
        return order_id
