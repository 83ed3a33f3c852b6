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


def notify_one(users: list[User]) -> None:
    for user in users:
        try:
            mailer.send(user)
            break
        except Exception:
            continue
    else:
        mailer.fail("not sent")


def find_mailer(names: list[str]) -> Mailer:
    try:
        return mailer.find(names)
    except Exception:
        pass
    raise MailError("no mailer")


def send_first(user: User) -> None:
    try:
        if mailer.send(user):
            return
    except MailError:
        pass
    logger.warning("not sent to %s", user.id)


def send_any(users: list[User]) -> User:
    for user in users:
        try:
            return mailer.send(user)
        except Exception:
            continue
    raise MailError("nobody has a mailbox")


def send_some(users: list[User]) -> None:
    for user in users:
        try:
            mailer.send(user)
            break
        except MailError:  # finding: QK702
            continue
    logger.warning("mails were sent")


def send_either(users: list[User]) -> None:
    for user in users:
        try:
            mailer.send(user)
            continue
        except MailError:
            pass
        post.send(user)
    for user in users:
        try:
            mailer.send(user)
        except MailError:  # finding: QK702
            pass
        post.send(user)


def send_to_the_end(stream: Stream, user: User) -> None:
    try:
        while True:
            mailer.send(user, stream.read())
    except StreamError:
        pass
    finally:
        user.is_done = True


def send_again(user: User) -> None:
    try:
        mailer.send(user)
        if user.is_notified:
            return
    except MailError:
        pass
    post.send(user)


def send_with(parser: Parser, user: User) -> User:
    try:
        if mailer.send(user):
            return user
    except Exception:
        pass
    parser.error("not sent")


def send_second(user: User) -> None:
    try:
        if mailer.send(user):
            return
    except MailError:
        pass
    logger.debug("went on with %s", user.id)
    try:
        mailer.send(user)
    except MailError:  # finding: QK702
        pass
    logger.warning("mails go out at night")


def _try_to_notify(user: User) -> None:
    try:
        mailer.send(user)
    except MailError:
        pass
    try:
        mailer.send(user)
    except Exception:  # finding: QK702
        pass


def notify_at_first_start(user: User) -> None:
    try:
        mailer.send(user)
    except MailError:
        """
        Not fatal: at the first start there is no mailer.
        """


async def wait_for_mailer() -> None:
    for _ in range(10):
        try:
            await mailer.ping()
        except MailError:
            pass
        await sleep(1)
