import logging

# import pdb  # finding: QK622
# from app.tracing import trace

logger = logging.getLogger(__name__)

# RETRY_LIMIT = 5  # finding: QK622


def settle(order, gateway, session):
    # gateway.refresh()  # finding: QK622
    receipt = gateway.charge(order)
    # print(receipt)  # finding: QK622
    receipt.order = order

    # Refunds come back some day.
    # if receipt.amount < 0:  # finding: QK622
    #     refund(receipt)
    session.add(receipt)
    # session.commit()  # finding: QK622
    receipt.touched += 1
    # receipt.settled += 1  # finding: QK622
    logger.info("settled")
    # return receipt.amount  # finding: QK622
    return receipt


async def collect(orders, load):
    # await load(orders[0])  # finding: QK622
    # TODO: once the gateway is fast
    # async with load.batch() as batch:
    #     return [await batch.add(order) for order in orders]

    # raise RuntimeError("below the same, after a blank line only")
    load.prepare()
    # raise RuntimeError("never")  # finding: QK622
    load.prepare()
    # del load.cache[orders[0]]  # finding: QK622
    report(orders, load)
    # report(orders, load)  # finding: QK622
    # assert len(orders) < 10
    return [await load(order) for order in orders]


#def collect_all(orders):  # finding: QK622
#    """Those of yesterday, too."""
#    return [collect(order) for order in orders]


class Order:
    number: int
    # total: Decimal = Decimal(0)  # finding: QK622
    name: str

    # @property  # finding: QK622
    # def total(self) -> Decimal:
    #     return self._total
