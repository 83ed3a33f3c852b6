import time

from reportlab.pdfgen.canvas import Canvas


def draw(canvas: Canvas, top: float) -> float:
    canvas.rect(40, top - 22, 515, 18)
    canvas.drawString(46, top)
    time.sleep(0.4)  # finding: QK301
    for _ in range(5):  # finding: QK301
        top -= 14
    if top < 90:  # finding: QK301
        canvas.showPage()
    return top - 33
