# options: {"main-guard": false}
def main() -> None:
    print("x")  # finding: QK401


if __name__ == "__main__":
    print("x")
    main()
