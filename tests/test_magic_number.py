"""What magic-number says, how bad it is, and that long tables of numbers cost little."""

from __future__ import annotations

import time

import pytest

from quality_kit.finding import Severity
from tests.examples import findings

CODE = "QK301"

MESSAGES: list[tuple[str, Severity, str]] = [
    ("wait(30)", "error", "magic number 30 as an argument of wait; give it a name"),
    ("waits[0](30)", "error", "magic number 30 as an argument of waits; give it a name"),
    ("(lambda x: x)(30)", "error", "magic number 30 as an argument; give it a name"),
    ("wait(timeout=30)", "warning", "magic number 30 for timeout; give it a name"),
    ("x.get('ttl', 1_800)", "warning", "magic number 1_800 for ttl; give it a name"),
    ("ClientTimeout(total=18)", "warning", "magic number 18 for total; give it a name"),
    ("x > -0.85", "error", "magic number -0.85 in a comparison; give it a name"),
    ("x in (9, x)", "error", "magic number 9 in a comparison; give it a name"),
    ("x * 0.85", "error", "magic number 0.85 in an arithmetic expression; give it a name"),
    ("x & 0xFE", "error", "magic number 0xFE in a shift or mask; give it a name"),
    ("x[:120]", "error", "magic number 120 as the bound of a slice; give it a name"),
    ("x += 15", "error", "magic number 15 in an augmented assignment; give it a name"),
    ("return 7", "error", "magic number 7 as a return value; give it a name"),
]


EVIDENCE: list[tuple[str, Severity]] = [
    ("x[:7]", "warning"),
    ("x[:70]", "error"),
    ("look(x, 4)", "warning"),
    ("look(x, 40)", "error"),
    ("look(x, 0.4)", "error"),
    ("sleep(4)", "error"),
    ("set_limit(x, 4)", "error"),
    ("x = y + 3", "warning"),
    ("delay = y + 3", "error"),
    ("len(x) == 7", "warning"),
    ("len(x) > 7", "error"),
    ("x % 7 == 3", "warning"),
    ("x > 3", "error"),
    ("x.state == 2", "error"),
    ("x > 2147483647", "warning"),
    ("len(x) > 255", "error"),
    ("max(x, 4)", "warning"),
    ("max(attempts, 4)", "error"),
    ("for _ in range(4): pass", "error"),
    ("for attempt in range(4): pass", "error"),
    ("for place in range(4): pass", "warning"),
    ("weight *= 5", "error"),
    ("stream.seek(0, 2)", "warning"),
    ("x = red * 0.7152", "warning"),
    ("x = net * 0.855", "error"),
    ("x = y * 0.5", "warning"),
    ("x = 3 * red - y**2", "warning"),
    ("x = 3 * red - y", "error"),
    ("x = price * 0.5", "error"),
    ("x > -2147483648", "warning"),
    ("minutes >= 60", "warning"),
    ("minutes >= 45", "error"),
]


@pytest.mark.parametrize(("statement", "severity"), EVIDENCE)
def test_a_small_whole_number_is_an_error_where_it_decides(statement: str, severity: Severity) -> None:
    found = findings({"app/work.py": f"def work(x, y):\n    {statement}\n"}, CODE)
    assert {each.severity for each in found} == {severity}


@pytest.mark.parametrize(("statement", "severity", "message"), MESSAGES)
def test_a_finding_names_the_number_as_written_and_its_place(
    statement: str, severity: Severity, message: str
) -> None:
    code = f"def work(x):\n    {statement}\n"
    found = findings({"app/work.py": code}, CODE)
    assert [(each.message, each.severity) for each in found] == [(message, severity)]


def test_a_pattern_is_named_as_such() -> None:
    code = "def work(x):\n    match x:\n        case 7:\n            pass\n"
    found = findings({"app/work.py": code}, CODE)
    assert [each.message for each in found] == ["magic number 7 as a pattern; give it a name"]


def test_a_finding_stands_at_the_number() -> None:
    found = findings({"app/work.py": "def work(x):\n    return wait(x, 30)\n"}, CODE)
    assert [(each.location.line, each.location.column, each.location.end_column) for each in found] == [
        (2, 20, 22)
    ]


def test_a_number_too_long_to_be_read_is_reported_too() -> None:
    digits = "9" * 5000
    found = findings({"app/work.py": f"def work(x):\n    return x > {digits}\n"}, CODE)
    assert [each.message for each in found] == [f"magic number {digits} in a comparison; give it a name"]


LONG = {
    "a table of thirty thousand numbers": "X = [" + ", ".join(f"{n}" for n in range(30_000)) + "]\n",
    "rows of calls": "X = [" + ", ".join(f"P({n}, -{n}.5)" for n in range(5_000)) + "]\n",
    "many branches on a length": "def work(x):\n    if x:\n        pass\n"
    + "    elif len(x) == 12:\n        use(x[11])\n" * 200,
    "many thresholds of a unit": "def work(x):\n" + "    if x < 60:\n        use(x // 60)\n" * 3_000,
    "much room for dots": "def work(x):\n" + "    use(x[: x - 3])\n" * 1_250 + '    use("...")\n',
    "a long sum": "X = " + " + ".join(f"{n}" for n in range(900)) + "\n",
    "a long sum with a name": "X = y + " + " + ".join(f"{n}" for n in range(900)) + "\n",
}
#: Seconds; a quadratic climb takes minutes, a linear one a tenth of this.
PATIENCE = 20


@pytest.mark.parametrize("code", LONG.values(), ids=LONG.keys())
def test_a_long_declaration_is_silent_and_quick(code: str) -> None:
    started = time.process_time()
    assert findings({"app/data.py": code}, CODE) == []
    assert time.process_time() - started < PATIENCE
