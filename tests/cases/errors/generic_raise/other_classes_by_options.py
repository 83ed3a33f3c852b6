# options: {"classes": ["RuntimeError"]}
def find() -> None:
    raise RuntimeError("broken")  # finding: QK703


def look() -> None:
    raise Exception("broken")
