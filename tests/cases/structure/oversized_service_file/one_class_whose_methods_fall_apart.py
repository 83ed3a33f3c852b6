# path: app/services/order_service.py
# options: {"max-lines": 8}
class OrderService:
    def __init__(self, session):
        self.session = session

    def price(self, order):
        return self.session.get(order).total
  # finding: QK601
    def mail(self, order):
        return self.session.get(order).mail
