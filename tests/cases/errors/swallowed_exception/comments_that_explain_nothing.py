from app.errors import MailError


def notify(user: User) -> None:
    try:
        mailer.send(user)
    except MailError:  # noqa: PERF203 # finding: QK702
        pass
    try:
        mailer.send(user)
    except MailError:  # pragma: no cover # finding: QK702
        pass
    try:
        mailer.send(user)
    except MailError:  # noqa: S110
        pass
    try:
        mailer.send(user)
    except Exception:  # noqa: BLE001 # finding: QK702
        pass
