from abc import ABC
from dataclasses import dataclass

from .errors import NotFound
from . import errors


class PaymentError(Exception): ...  # finding: QK706


class Refused(PaymentError): ...


class Overdrawn(Refused): ...


class OrderNotFound(NotFound): ...


class CardNotFound(errors.NotFound): ...


class NoCredit(RuntimeError): ...  # finding: QK706


class WrongAmount(ValueError): ...


class Abstract(Exception, ABC): ...  # finding: QK706


@dataclass
class Detailed(Exception):  # finding: QK706
    code: int


class Ledger:
    class Closed(Exception): ...  # finding: QK706
