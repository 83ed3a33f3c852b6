class Shop:
    def main(self) -> None:
        print("x")  # finding: QK401

    def open(self, show: bool) -> None:
        self.main()
        self.show(show=show)


def show() -> None:
    print("x")  # finding: QK401


def main() -> None:
    print("x")


if __name__ == "__main__":
    main()
