def input(text: str) -> str:
    print(text)  # finding: QK401
    return text


input("x")
