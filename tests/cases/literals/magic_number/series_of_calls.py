chip = Chip()
chip.command(0xB2, 0x2A)
chip.command(0xB4, 0x46)
chip.command(0xB5, 0x34)
chip.command(0xB6, 0x11)
chip.reset(120, 10)  # finding: QK301, QK301


def start(queue: Queue) -> None:
    queue.put(30, 40)  # finding: QK301, QK301
    queue.put(31, 41)  # finding: QK301, QK301
    queue.put(first, 42)  # finding: QK301
    queue.put(33, 43)  # finding: QK301, QK301


def waits() -> None:
    sleep(11)  # finding: QK301
    sleep(12)  # finding: QK301
    sleep(13)  # finding: QK301
    sleep(14)  # finding: QK301
