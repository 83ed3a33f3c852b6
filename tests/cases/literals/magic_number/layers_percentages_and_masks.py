from blessed import Terminal
from torch import nn

term = Terminal()


def network() -> Network:
    return nn.Sequential(nn.Conv2d(16, 32, kernel_size=3), nn.Linear(4608, 128), nn.BatchNorm1d(128))


def head() -> Network:
    return head_of(4608, 128)  # finding: QK301, QK301


def progress(done: int, total: int) -> int:
    return min(round(done / total * 100), 100) - min(done, 100)  # finding: QK301


def wire_type(tag: int) -> int:
    return tag & 0x07 | tag & 0x16  # finding: QK301


def is_known(layer: Layer, shop: Shop) -> bool:
    return layer.crs.code in (4326, 3857) or shop.till.code in (4326, 3857)  # finding: QK301


def draw(width: int) -> None:
    print(term.move(3, 5 * width))


def measure(width: int) -> int:
    return 5 * width  # finding: QK301
