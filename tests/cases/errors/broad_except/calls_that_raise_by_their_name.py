import logging

import six
from flask import abort
from oslo_utils import excutils

from app import utils

logger = logging.getLogger(__name__)


def ship(order: Order, runner: Runner) -> None:
    try:
        send(order)
    except Exception as error:
        with excutils.save_and_reraise_exception():
            logger.error("not shipped: %s", error)
    try:
        send(order)
    except Exception:  # finding: QK701
        with excutils.save_and_reraise_exception(reraise=False):
            order.hold()
    try:
        send(order)
    except Exception:
        six.reraise(ShippingError, ShippingError(), order.traceback)
    try:
        send(order)
    except Exception:
        runner._raise_refused(order)
    try:
        send(order)
    except Exception:
        abort(502)
    try:
        send(order)
    except Exception:  # finding: QK701
        runner.fail("not shipped")
    try:
        send(order)
    except Exception:  # finding: QK701
        transaction.abort()
    try:
        send(order)
    except Exception:
        flask.abort(502)
    try:
        send(order)
    except Exception:  # finding: QK701
        runner.raise_ticket(order)
    try:
        send(order)
    except Exception:
        runner.raise_not_found(order)
    try:
        send(order)
    except Exception:
        runner.raise_shipping_error(order)
    try:
        send(order)
    except Exception:
        utils.log_exc()
    try:
        send(order)
    except Exception:
        runner.log_current_exception("not shipped")
    try:
        send(order)
    except Exception:  # finding: QK701
        runner.log_attempt("not shipped")
    try:
        send(order)
    except Exception:  # finding: QK701
        runner.failures = order.praise()
    try:
        send(order)
    except Exception:  # finding: QK701
        answer = send(order.twin)
        answer.raise_for_status()
