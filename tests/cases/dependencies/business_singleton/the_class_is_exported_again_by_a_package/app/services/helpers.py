from enum import Enum

from .users import UserService


class Mailer: ...


class MailProvider(Enum): ...


def BuildService(): ...
