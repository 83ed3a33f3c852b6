# path: app/client/command_bus.py
def load() -> None:
    print("x")  # finding: QK401
