def route(kind, amount, send):
    if kind == "card":
        return send(
            amount,
            # currency="EUR",  # finding: QK622
            timeout=30,
            # retries=retries  # finding: QK622
        )
    # elif kind == "cash":  # finding: QK622
    #     return drawer.open(amount)

    # else:
    #     log.warning("unknown")  # old way
    return None


KINDS = {
    "card": 1,
    # "cash": 2,  # finding: QK622
    "cheque": 4,
    # "voucher": {  # finding: QK622
    #     "id": 3,
    # },
}

HOSTS = [
    "one",
    # "two",  # finding: QK622
]


def parse(text):
    try:
        return int(text)
    # except OverflowError as error:  # finding: QK622
    #     raise ValueError(text) from error
    except ValueError:
        return None


def load(path):
    # A first paragraph of the same block that was taken out.
    # text = path.read_text()  # finding: QK622
    #
    # # with a comment of its own
    # lines = text.split()

    # lines.sort()
    # return lines
    return path
