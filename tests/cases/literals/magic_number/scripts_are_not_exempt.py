# path: scripts/load.py
def load() -> None:
    run(500)  # finding: QK301
