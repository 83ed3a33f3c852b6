import logging

import structlog
from fastapi import HTTPException
from sqlalchemy.exc import SQLAlchemyError

logger = logging.getLogger(__name__)
events = structlog.get_logger()


def ship(order: Order) -> bool:
    try:
        send(order)
    except Exception as error:
        logger.error("not shipped: %s", error)  # finding: QK405
        logger.error("for order %s", order.id)
        return False
    try:
        send(order)
    except:
        logger.critical("not shipped")  # finding: QK405
    try:
        send(order)
    except (ValueError, Exception) as error:
        if order.late:
            logging.error("late", extra={"error": error})  # finding: QK405
    try:
        send(order)
    except Exception as error:
        logger.error(f"not shipped: {error!r}", exc_info=False)  # finding: QK405
    try:
        send(order)
    except SQLAlchemyError as error:
        logger.error("not stored: %s", str(error))  # finding: QK405
    return True


async def read(order: Order) -> Order:
    try:
        return await find(order)
    except Exception as error:
        await events.aerror("not found", order=order.id)  # finding: QK405
        raise HTTPException(status_code=500, detail="failed") from error


def describe(order: Order) -> str:
    try:
        return render(order)
    except Exception as error:
        logger.log(logging.ERROR, "not rendered")  # finding: QK405
        return format_error(error)


def nested(order: Order) -> None:
    try:
        send(order)
    except Exception:
        logger.error("not shipped")  # finding: QK405

        def later() -> None:
            raise RuntimeError
