import tkinter as tk
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
from PIL import Image, ImageDraw
from reportlab.lib.units import mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def total(price: float, qty: int) -> float:
    return price * 1.19 - qty * 37  # finding: QK301, QK301


def pay(queue: Queue, order: Order) -> None:
    queue.charge(4999)  # finding: QK301
    order.left -= 25  # finding: QK301
    Image.open(order.path).resample(48)  # finding: QK301


def plot(rows: list[Row]) -> None:
    figure, (left, right) = plt.subplots()
    left.set_title("orders").set_fontsize(14)
    for axis in figure.get_axes():
        axis.tick_params(9)
        axis.text(rows[0].x + 0.35, "orders")
    right.bars[0].set_height(rows[0].y * 1.35 - 17)
    with plt.style.context("dark") as style:
        style.grid(12)


def stamp(image: Image.Image, canvas, page: "Canvas | None") -> None:
    pen = ImageDraw.Draw(image)
    pen.text(40, "paid")
    canvas.drawString(46, "paid")
    page.setLineWidth(14)


class Report:
    def __init__(self, path: str, queue: Queue) -> None:
        self.sheet = plt.figure(17)
        self.queue = queue

    def draw(self, top: float) -> float:
        self.sheet.text(40, "title")
        self.queue.charge(4999)  # finding: QK301
        self._header(46)
        return top - 33

    def _header(self, left: float) -> None:
        self.sheet.text(left + 12.5, "header")

    def fee(self, net: float) -> float:
        return net * 1.19  # finding: QK301


class Window(tk.Frame):
    def __init__(self, queue: Queue) -> None:
        super().__init__(480)
        self.queue = queue
        self.after_idle(37)
        self.master.minsize(480)
        self.queue.charge(4999)  # finding: QK301


plt.bar(rate - 0.35, rate * 1.19)
bill(rate * 1.19)  # finding: QK301
