__all__ = ["\N{nope}", "start"]


def start() -> None:
    print("started")  # finding: QK401


def main() -> None:
    print("done")


if __name__ == "__main__":
    main()
