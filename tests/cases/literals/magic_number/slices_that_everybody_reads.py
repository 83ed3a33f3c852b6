from uuid import uuid4


def shortened(order: Order, text: str, answer: Answer) -> str:
    name = f"{uuid4().hex[:8]}-{str(uuid4())[:12]}-{order.commit[:7]}"
    name += str(order.shop_id)[-6:] + order.version.split(".")[:3]
    year, month, day = text.split("-")[:3]
    first, second, third, fourth = map(int, answer.parts[:4])
    return name


def cut(order: Order, text: str, answer: Answer) -> str:
    name = uuid4().hex[:20] + order.title[:7] + order.commit[3:7]  # finding: QK301, QK301
    year, month, day = text.split("-")[:5]  # finding: QK301
    return name + str(order.ident)[-6:]  # finding: QK301
