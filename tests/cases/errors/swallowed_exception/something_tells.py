import logging

from app.errors import MailError

logger = logging.getLogger(__name__)


def notify(user: User) -> bool:
    try:
        mailer.send(user)
    except MailError:
        return False
    try:
        mailer.send(user)
    except Exception:
        logger.exception("not sent")
    try:
        mailer.send(user)
    except Exception:
        raise
    try:
        mailer.send(user)
    except Exception:
        user.is_notified = False
    try:
        mailer.send(user)
    except MailError:
        # the nightly job sends it again
        pass
    try:
        mailer.send(user)
    except MailError:  # an address that bounces is marked by the mailer itself
        pass
    try:
        mailer.send(user)
    except MailError:
        pass
    else:
        user.is_notified = True
    try:
        mailer.send(user)
    except Exception:
        # A mail must never stop the order that it is about.
        pass
    try:
        mailer.send(user)
    except Exception:  # noqa: BLE001 - best effort
        pass
    return True


def notify_in_the_end(user: User) -> None:
    for _ in range(3):
        try:
            mailer.send(user)
            break
        except Exception:
            continue
    else:
        logger.error("not sent")
        raise MailError
    while user.is_waiting:
        try:
            mailer.send(user)
            break
        except MailError:
            pass
    else: raise MailError


def notify_all(users: list[User]) -> None:
    for user in users:
        try:
            mailer.send(user)
        except Exception:  # finding: QK702
            continue
    else:
        if not users:
            raise MailError


async def wait_for_mailer() -> None:
    for _ in range(10):
        try:
            await mailer.ping()
        except MailError:
            pass
        await sleep(1)
