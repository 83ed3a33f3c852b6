# options: {"expected": ["Mail*"], "accepted-codes": []}
def notify(user: User) -> None:
    try:
        mailer.send(user)
    except MailError:
        pass
    try:
        mailer.send(user)
    except ValueError:  # noqa: S110 # finding: QK702
        pass
