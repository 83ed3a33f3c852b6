from contextlib import suppress


def notify(user: User) -> None:
    # The mail is a courtesy; whatever fails here must not undo the order.
    with suppress(Exception):
        mailer.send(user)
    with suppress(Exception):  # the order is done, the mail is a courtesy
        mailer.send(user)
    # best effort: errors do no harm
    with suppress(Exception):
        mailer.send(user)
    # Tell the user that the order has been shipped.
    with suppress(Exception):  # finding: QK702
        mailer.send(user)
    # errors ignored
    with suppress(Exception):  # finding: QK702
        mailer.send(user)
    # TODO: this should not fail so often any more
    with suppress(Exception):  # finding: QK702
        mailer.send(user)
