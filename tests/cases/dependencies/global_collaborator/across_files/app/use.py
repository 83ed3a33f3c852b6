from fastapi import Depends

import app.objects
from app import objects
from app.objects import (
    allowed_service,
    guard_manager,
    job_registry,
    mail_client,
    other_service,
    second_allowed_service,
    third_allowed_service,
    user_service,
)
from app.tools import users


class Voice:
    def __init__(self):
        self.users = user_service  # finding: QK202
        self.mail: object = mail_client  # finding: QK202

    def find(self):
        return user_service.find()


def by_module():
    return objects.user_service.find()  # finding: QK202


def by_package():
    return app.objects.user_service.find()  # finding: QK202


def exported_again():
    users.find()  # finding: QK202
    user_service.find()


def handed_on():
    send(user_service)  # finding: QK202


def imported_inside():
    from app.objects import user_service as found

    found.find()  # finding: QK202


def outer():
    def inner():
        mail_client.send()  # finding: QK202

    return inner


def of_another_rule():
    other_service.find()  # finding: QK202


def allowed():
    allowed_service.find()
    second_allowed_service.find()
    third_allowed_service.find()


def injected(service=user_service, mail=None, guard=Depends(guard_manager)):
    mail = mail or mail_client
    service.find(mail, user_service=service)


def shadowed(user_service):
    user_service.find()


def accessor():
    return mail_client


@job_registry.register
def job():
    job_registry.count()


async def lifespan(application):
    mail_client.start()


def main():
    mail_client.start()


def guarded():
    guard_manager.reset()
