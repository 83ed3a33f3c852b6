def book(queue: Queue, order: Order) -> None:
    queue.pay(200, order)  # finding: QK301
    queue.pay(300, order)  # finding: QK301
    queue.pay(500, order)  # finding: QK301


def handle(self: Handler, order: Order | None) -> None:
    if order is None:
        self.answer(404, "no such order")
    elif order.is_paid:
        self.answer(409, "paid already")
    else:
        self.answer(200, order.text)
