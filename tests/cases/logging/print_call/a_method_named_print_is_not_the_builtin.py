from rich.console import Console

console = Console()
console.print("x")
Console().print("x")
console.file.print("x")


class Report:
    def print(self) -> None:
        print(self)

    def pprint(self) -> None: ...

    def pp(self) -> None: ...

    def both(self) -> None:
        self.print()
        self.pprint()
        self.pp()
        super().print()
        self.printer.print()
        print("x")  # finding: QK401


def show(report: Report, reports: dict[str, Report]) -> None:
    report.print()
    reports["a"].print()
    Report.print(report)
    Report().pprint()


class Shadowing:
    print = staticmethod(len)
    size = print("x")

    def load(self) -> None:
        print("x")  # finding: QK401
