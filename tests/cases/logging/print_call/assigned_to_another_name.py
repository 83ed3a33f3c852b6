import functools
import logging
import pprint

log = print
again = log
typed: object = print
pretty = pprint.pprint
if (walrus := print) and True:
    walrus("x")  # finding: QK401

log("x")  # finding: QK401
again("x")  # finding: QK401
typed("x")  # finding: QK401
pretty({})  # finding: QK401


def inside() -> None:
    say = print
    say("x")  # finding: QK401


def elsewhere() -> None:
    say("x")


def parameter(log: object) -> None:
    log("x")


quiet = pprint.pformat
quiet({})
info = logging.getLogger(__name__).info
info("x")
either = info
either = print if quiet else info
either("x")
