from loguru import logger


def ship(order: Order) -> None:
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: {}", error)  # finding: QK405
    try:
        send(order)
    except Exception:
        logger.error("not shipped", exc_info=True)  # finding: QK405
    try:
        send(order)
    except Exception:
        logger.opt(lazy=True).error("not shipped")  # finding: QK405
    try:
        send(order)
    except Exception:
        logger.opt(exception=True).error("not shipped")
    try:
        send(order)
    except Exception:
        logger.bind(order=order.id).exception("not shipped")
