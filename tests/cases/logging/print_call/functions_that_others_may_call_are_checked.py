from framework import Service, app


def unused_but_public() -> None:
    print("x")  # finding: QK401


def _never_called() -> None:
    print("x")  # finding: QK401
    _never_called()


def show() -> None:
    print("x")  # finding: QK401


def _helper() -> None:
    print("x")


def _shared() -> None:
    print("x")  # finding: QK401


@app.get("/")
def _route() -> None:
    print("x")  # finding: QK401
    _shared()


class Jobs(Service):
    def run(self) -> None:
        print("x")  # finding: QK401


def main() -> None:
    print("x")
    show()
    _helper()
    _shared()
    _route()
    Jobs().run()


if __name__ == "__main__":
    main()
