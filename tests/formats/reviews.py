"""A fixed review that the tests of the forms render; ``python -m tests.formats.reviews`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from quality_kit.finding import BaselineEntry, Failure, Finding, NotChecked
from quality_kit.reporters import View
from quality_kit.review.forms import forms, render
from quality_kit.review.model import (
    ChecklistItem,
    ContractChange,
    Debt,
    DiffLine,
    Drift,
    FileDiff,
    FileRisk,
    Gate,
    LineCoverage,
    Problem,
    Review,
    Tests,
)
from tests.formats.reports import finding

FOLDER = Path(__file__).parent / "golden_reviews"
HOSTILE_TEXT = "</code></pre><script>document.title = 'pwned'</script> `x` @team ::error::x \x1b[31m"


def _at(path: str, line: int, code: str = "QK401", name: str = "print-call") -> Finding:
    return finding(path, (line, 5, line, 17), code, name)


def small(text: str = "print(order.id)") -> Review:
    """One of everything; the text stands wherever checked code is shown."""
    return Review(
        base="origin/main",
        head="the work tree",
        base_commit="0123456789abcdef0123456789abcdef01234567",
        head_commit="",
        files=3,
        added=4,
        removed=2,
        gate=Gate(("new-error", "unexplained-suppression"), is_broken=False),
        debt=Debt(214, 212),
        problems=(
            Problem(_at("app/services/orders.py", 2), f"    {text}", "What is printed has no level", True),
            Problem(_at("app/services/orders.py", 9), f"    {text}", "What is printed has no level", True),
            Problem(
                finding("app/main.py", (1, 1, 1, 10), "F401", "F401", f"{text} is unused"),
                "import os",
                "",
                False,
                ("-import os",),
                (),
            ),
        ),
        fixed=(_at("app/main.py", 7),),
        stale=(BaselineEntry("app/main.py", "QK401", "main", "k"),),
        baseline_file=".quality-kit-baseline.jsonl",
        drift=(
            Drift("suppression", True, "app/main.py", 3, "noqa: E501 added", "", True),
            Drift("configuration", True, "pyproject.toml", 9, "mypy strict: true -> false", text, True),
            Drift("hook", False, ".pre-commit-config.yaml", 0, "the hook mypy is new"),
        ),
        guide="style-guide",
        checklist=(
            ChecklistItem("Are all functions typed?", "pass", looked_at="QK101 on 2 changed Python files"),
            ChecklistItem(
                "Does the code log and not print?",
                "fail",
                (f"app/main.py:1 QK401 {text}",),
                "",
                (("QK401", 1),),
            ),
            ChecklistItem("Does every retry end?", "judge", ("app/main.py:4 while True",)),
        ),
        risks=(
            FileRisk(
                "app/services/orders.py",
                60,
                "service",
                3,
                1,
                ("Orders.total", text),
                398,
                402,
                400,
                ("beyond the limit of 400 lines now", "no test changed with it"),
            ),
        ),
        contracts=(
            ContractChange(
                "route", "changed", "GET /orders", f"response model {text}", "app/main.py", 5, True
            ),
            ContractChange("signature", "changed", "total", "", "app/main.py", 5),
            ContractChange("dependency", "added", "httpx", ">=0.27", "pyproject.toml", 4),
        ),
        tests=Tests(
            ("app/services/orders.py",),
            (),
            "coverage.xml",
            (LineCoverage("app/services/orders.py", 4, (2, 3, 9)),),
            "coverage.xml is older than app/main.py",
        ),
        old=(_at("app/services/orders.py", 12),),
        diff=(
            FileDiff(
                "app/services/orders.py",
                "app/services/orders.py",
                "modified",
                1,
                1,
                (
                    DiffLine(" ", 1, 1, "def total(net):"),
                    DiffLine("-", 2, 0, "    return net"),
                    DiffLine("+", 0, 2, f"    {text}"),
                    DiffLine("@", 8, 8, ""),
                    DiffLine(" ", 8, 8, "x"),
                ),
            ),
            FileDiff("logo.png", "", "added", 0, 0, ()),
        ),
        failures=(),
        not_checked=(NotChecked("mypy", "it looks at whole trees"),),
        versions=(("quality-kit", "1.0"), ("black", "26.1")),
    )


def broken() -> Review:
    """A review of which a part could not do its work."""
    return small()._replace(failures=(Failure("black", "it fell over\ntwice"),), gate=Gate((), True))


def empty() -> Review:
    """Nothing changed."""
    review = small()._replace(files=0, added=0, removed=0, gate=Gate((), False), debt=Debt(2, 2))
    nothing = {
        name: () for name in ("problems", "fixed", "stale", "drift", "checklist", "risks", "contracts", "old")
    }
    return review._replace(tests=Tests(), diff=(), not_checked=(), versions=(), **nothing)  # type: ignore[arg-type]


def rendered(form: str) -> str:
    """The small review in a form."""
    return render(form, small(), View())


def main() -> None:
    """Write a file for each form."""
    for form in forms():
        (FOLDER / f"{form}.txt").write_text(rendered(form), encoding="utf-8")


if __name__ == "__main__":
    main()
