from turtle import *

from shop import charge


def square(side: float) -> None:
    forward(side + 35)
    left(90)


def pay(side: float) -> float:
    charge(4999)  # finding: QK301
    return side * 1.19  # finding: QK301
