"""Fixed reports that the tests of the formats render."""

from __future__ import annotations

from collections.abc import Mapping

from quality_kit.catalogue import ExampleInfo, RuleInfo
from quality_kit.finding import Failure, Finding, Location, NotChecked, Report, Severity
from quality_kit.reporters import View

SOURCE = {
    "app/services/orders.py": "def total(net):\n    größe = 19; print(größe)\n    return net * 1.19\n",
    "app/main.py": "import os\nlegacy = eval('1')\n",
}

PRINT_CALL = RuleInfo(
    code="QK401",
    name="print-call",
    family="logging",
    summary="A print call in place of a logger.",
    explanation="It has no level.\n\nUse a logger.",
    message="writes past the log",
    severity="error",
    default=True,
    fixable=False,
    statements=("SG21",),
    options=(),
    examples=(ExampleInfo("bad", "print(1)  # finding: QK401\n", "x.py", {}, {}, "", ""),),
    kind="file",
)


def small_view(prefix: str = "") -> View:
    """A view with the source of the small report and one rule's text."""
    return View(
        source_line=lambda path, number: line(SOURCE, path, number), rules=(PRINT_CALL,), prefix=prefix
    )


def line(source: Mapping[str, str], path: str, number: int) -> str:
    """One line of a text by path."""
    lines = source.get(path, "").splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def finding(
    path: str,
    place: tuple[int, int, int, int] = (1, 1, 1, 1),
    code: str = "QK401",
    name: str = "print-call",
    message: str = "`print` call writes past the log",
    severity: Severity = "error",
    sources: tuple[str, ...] = ("quality-kit",),
    suppressed_by: str | None = None,
) -> Finding:
    """A finding whose key is made of what it says."""
    key = f"{code} {message} {place}"
    location = Location(path, *place)
    return Finding(
        location, code, name, message, severity, sources, key=key, suppressed_by=suppressed_by, scope="total"
    )


def report(*findings: Finding, failures: tuple[Failure, ...] = ()) -> Report:
    """A report of nothing else."""
    return Report("/project", findings, failures, (), files=3, seconds=1.25)


CLEAN = report()

SMALL = Report(
    root="/project",
    findings=(
        finding(
            "app/main.py",
            code="F401",
            name="F401",
            message="'os' imported but unused",
            sources=("flake8", "autoflake"),
        ),
        finding("app/main.py", (2, 10, 2, 19), suppressed_by="comment: until the move"),
        finding("app/main.py", (2, 10, 2, 19), "QK301", "magic-number", suppressed_by="baseline"),
        finding(
            "app/services/orders.py",
            (1, 1, 3, 22),
            "QK102",
            "missing-return-annotation",
            "no return annotation on `total`",
            "warning",
        ),
        finding("app/services/orders.py", (2, 17, 2, 29)),
        finding(
            "app/services/orders.py", (3, 18, 3, 22), "mypy:misc", "mypy:misc", "see a | b", "info", ("mypy",)
        ),
    ),
    failures=(Failure("black", "it crashed:\nTraceback, 100%"), Failure("QK201", "too deep", "app/main.py")),
    not_checked=(NotChecked("isort", "the file does not parse", "app/broken.py"),),
    files=3,
    seconds=1.25,
)

HOSTILE_PATH = b"a\x1b[2J,b:c\n::error::%0A</script>|`]]>&\xe9.py".decode("utf-8", "surrogateescape")
HOSTILE_TEXT = (
    "\r\n::error file=x::pwn\n##[error]pwn \x1b[31m</script><img src=x onerror=alert(1)>]]>|`"
    "[a](http://x.y) @all #1 %0A\uffff\u202e\x00"
)
HOSTILE = report(
    finding(HOSTILE_PATH, (1, 1, 1, 5), HOSTILE_TEXT, HOSTILE_TEXT, HOSTILE_TEXT),
    finding(HOSTILE_PATH, (1, 1, 1, 5), suppressed_by=f"comment: {HOSTILE_TEXT}"),
    failures=(Failure("black", HOSTILE_TEXT, HOSTILE_PATH),),
)._replace(not_checked=(NotChecked("isort", HOSTILE_TEXT, HOSTILE_PATH),))
