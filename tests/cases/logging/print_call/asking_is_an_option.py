# options: {"interactive": false}
def choose() -> str:
    print("1 or 2?")  # finding: QK401
    return input("> ")
