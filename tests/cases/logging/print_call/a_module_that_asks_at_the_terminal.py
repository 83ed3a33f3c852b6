def choose() -> str:
    print("1 or 2?")
    return input("> ")
