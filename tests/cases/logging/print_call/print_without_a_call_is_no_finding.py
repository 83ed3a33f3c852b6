"""Text that says print("x") is no call."""

# print("commented out")
doc = 'print("x")'
say = print
table = {"print": print}
kinds = [print]


def notify(text: str, log: object = print) -> None:
    log(text)


class Reporter:
    write = print
    emit: object = print
