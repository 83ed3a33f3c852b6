def draw(page: Canvas, probe: Socket, values: list[float], size: float) -> None:
    page.setFont("Sans", 8)
    page.set_font_size(8)
    page.style.fontSize = scaledFontSize(10.5, size)
    spread = percentile(values, 95) - numpy.quantile(values, 0.05)
    pager.set_per_page(50)
    sound.setSampleWidth(3)
    text = scaled(size, 1024**3) + scaled(size, 1000**6)
    _finish(404, values, kind="json")
    probe.settimeout(0.25)  # finding: QK301
    probe.set_connect_timeout(5)  # finding: QK301


def others(page: Canvas, probe: Socket, values: list[float], size: float) -> None:
    page.set_point(8, 12)  # finding: QK301, QK301
    page.settle(8)  # finding: QK301
    page.set(8)  # finding: QK301
    large = scaled(size, 3**20)  # finding: QK301
    low = min(size, 404)  # finding: QK301
    _finish(500, values)  # finding: QK301
    _finish(404)  # finding: QK301
