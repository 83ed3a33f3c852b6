from matplotlib import pyplot


def turn(first: Order) -> None:
    order = order.other(25)  # finding: QK301
    order = order.next(26)  # finding: QK301
    order.self = order.self.other(27)  # finding: QK301
    axis = axis.next(28)
    axis = pyplot.axis()
