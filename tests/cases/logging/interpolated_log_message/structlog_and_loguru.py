import structlog
from loguru import logger as log
from structlog.stdlib import BoundLogger

events = structlog.get_logger(__name__)


async def pay(order: Order, bound: BoundLogger) -> None:
    events.info(f"paid {order.id}")  # finding: QK402
    events.bind(order=order.id).info(f"paid {order.total}")  # finding: QK402
    await events.ainfo(f"paid {order.id}")  # finding: QK402
    bound.warning("paid " + order.id)  # finding: QK402
    events.info("paid", order_id=order.id)
    events.info("paid %s", order.id)
    await bound.aerror("refused", order_id=order.id)
    log.success(f"paid {order.id}")  # finding: QK402
    log.opt(exception=True).error(f"refused {order.id}")  # finding: QK402
    log.info("paid {}", order.id)
    log.info("paid {order_id}", order_id=order.id)
    log.opt(lazy=True).debug("order {}", lambda: order.id)
