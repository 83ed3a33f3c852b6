def main() -> None:
    print("x")  # finding: QK401


def start() -> None:
    print("x")  # finding: QK401


__all__ = ["start"]

main()

if __name__ == "__main__":
    main()
    start()
