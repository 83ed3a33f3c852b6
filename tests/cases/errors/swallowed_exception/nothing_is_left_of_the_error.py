import contextlib
from contextlib import suppress

from app.errors import ApiError, MailError


def notify(users: list[User]) -> None:
    try:
        mailer.open()
    except Exception:  # finding: QK702
        pass
    try:
        mailer.open()
    except:  # finding: QK702
        ...
    for user in users:
        try:
            mailer.send(user)
        except MailError:  # finding: QK702
            continue
    try:
        mailer.warm_up()
    except (KeyError, ApiError) as error:  # finding: QK702
        pass
    try: mailer.warm_up()
    except BaseException: pass  # finding: QK702
    with suppress(Exception):  # finding: QK702
        mailer.send(users[0])
    with open("log") as log, contextlib.suppress(KeyError, BaseException):  # finding: QK702
        mailer.send(log)
    try:
        mailer.send(users[0])
    except Exception as error:  # finding: QK702
        # ignore all errors
        return


async def poll(queue: Queue) -> None:
    while True:
        try:
            await queue.handle()
        except Exception:  # finding: QK702
            pass


def value_of(response: Response) -> dict[str, str]:
    try:
        return response.json()
    except Exception:  # finding: QK702
        pass
    return {}
