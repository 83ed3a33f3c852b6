from contextlib import suppress


def notify(user: User) -> None:
    # Whatever the mailer raises here, the order must not fail.
    try:
        mailer.send(user)
    except Exception:
        pass
    try:  # an error of the mailer is shown by the mailer
        mailer.send(user)
    except Exception:
        pass
    # Tell the user that the order has been shipped today.
    try:
        mailer.send(user)
    except Exception:  # finding: QK702
        pass
    # Some mailers answer with a line of plain JSON that holds an error.
    try:
        mailer.send(user)
    except Exception:  # finding: QK702
        pass
    # TODO: find out why this raises an error sometimes
    try:
        mailer.send(user)
    except Exception:  # finding: QK702
        pass


def greet(user: User) -> None:
    """Send a greeting. Failures of the mailer are ignored, it is a courtesy."""
    try:
        mailer.send(user)
    except Exception:
        pass
    with suppress(Exception):
        mailer.send(user)


def remind(user: User) -> None:
    """Send a reminder; it never
    raises."""
    with suppress(Exception):
        mailer.send(user)


def check(user: User) -> None:
    """Check the address. It **fails open**: who has none is written to by post."""
    try:
        mailer.check(user)
    except Exception:
        return


def invite(user: User) -> None:
    """Send an invitation, an error of the user's choice."""
    with suppress(Exception):  # finding: QK702
        mailer.send(user)


class OrderTelemetry:
    def count(self, order: Order) -> None:
        try:
            self.counter.add(1, {"kind": order.kind})
        except Exception:
            pass


class OrderHotels:
    def count(self, order: Order) -> None:
        try:
            self.counter.add(1, {"kind": order.kind})
        except Exception:  # finding: QK702
            pass
