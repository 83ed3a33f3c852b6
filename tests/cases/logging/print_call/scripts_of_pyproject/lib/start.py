def main() -> None:
    print("x")  # finding: QK401
