"""Any bytes as a file: findings in the file, never a failure of a rule, never a crash."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from quality_kit.cache import Cache
from quality_kit.comparison import check
from quality_kit.config import Config
from quality_kit.finding import Report
from quality_kit.project import Project
from quality_kit.registry import describe, load_rules
from quality_kit.request import CheckRequest
from quality_kit.source import SourceFile, UndecodableError
from tests.odd_files import ENCODINGS, LINES, NEW_SYNTAX

CATALOGUE = describe(load_rules(), b"")
#: Where most rules look closely.
PATH = "app/services/order_service.py"

_STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib"))
_MOST_BYTES = 12_000
_FEWEST_BYTES = 500

TOKENS = [
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "'''",
        '"""',
        "\\",
        "\n",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "    ",
        "  ",
        " ",
        " ",
    ),
    *(
        ":",
        ",",
        ";",
        ".",
        "=",
        ":=",
        "->",
        "@",
        "*",
        "**",
        "-",
        "~",
        "==",
        "<",
        "!",
        "#",
        "\f",
        "\0",
        "é",
        "\u2028",
        "0x",
    ),
    *(
        "def ",
        "class ",
        "async ",
        "await ",
        "lambda ",
        "if ",
        "elif ",
        "else:",
        "for ",
        "in ",
        "while ",
        "try:",
        "except ",
    ),
    *(
        "finally:",
        "with ",
        "as ",
        "match ",
        "case ",
        "type ",
        "return ",
        "yield ",
        "import ",
        "from ",
        "global ",
        "not ",
    ),
    *(
        "f'",
        "t'",
        "rb'",
        "{x!r:>",
        "x",
        "_",
        "print",
        "os.getenv",
        "OrderService()",
        "1",
        "0.5",
        "1_000",
        "1e9",
        "None",
    ),
    *(
        "# noqa",
        "# noqa: QK401",
        "# quality-kit: ignore[QK301] -- x",
        "# quality-kit: ignore-file[",
        "# coding: latin-1",
    ),
]


def checked(data: bytes) -> Report:
    """The report about one file of a project in which nothing else is."""
    project = Project(Path("/nowhere"), (PATH,), (PATH,), stdin=(PATH, data))
    request = CheckRequest(project, (), Config(), CATALOGUE, linters=())
    return check(request, Cache(None), lambda done, total: None)


def assert_sound(report: Report, data: bytes) -> None:
    assert report.failures == ()
    assert report.files == 1
    try:
        lines = len(SourceFile(PATH, data).lines)
    except UndecodableError:
        lines = 0
        assert [finding.code for finding in report.findings] == ["QK000"]
    for finding in report.findings:
        path, line, column, end_line, end_column = finding.location
        assert path == PATH
        assert 1 <= line <= lines + 1
        assert (line, column) <= (end_line, end_column)
        assert column >= 1
        assert finding.message.isprintable() or finding.code == "QK000"
        assert len(finding.fingerprint) == 16


@given(st.binary(max_size=500))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"# coding: undefined\n")
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    assert_sound(checked(data), data)


@given(st.text(max_size=300))
def test_any_text_is_read_or_told(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert_sound(checked(data), data)


@given(st.lists(st.sampled_from(TOKENS), max_size=60))
def test_any_row_of_tokens_is_read_or_told(tokens: list[str]) -> None:
    data = "".join(tokens).encode()
    assert_sound(checked(data), data)


def _standard_library() -> list[Path]:
    found = (
        path
        for folder in (".", "json", "logging", "email", "asyncio")
        for path in (_STANDARD_LIBRARY / folder).glob("*.py")
    )
    return sorted(path for path in found if _FEWEST_BYTES < path.stat().st_size < _MOST_BYTES)


def _others() -> list[bytes]:
    return [
        odd.data
        for odd in (*ENCODINGS.values(), *LINES.values(), *NEW_SYNTAX.values())
        if len(odd.data) < _MOST_BYTES
    ]


PLAIN_CODE = [data for data in (path.read_bytes() for path in _standard_library()) if b"coding" not in data]
REAL_CODE = PLAIN_CODE + _others()


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Real code with some bytes taken out, doubled, exchanged, or replaced by tokens."""
    data = draw(st.sampled_from(REAL_CODE))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(start + draw(st.sampled_from([0, 1, 2, 10, 100])), len(data))
        other = draw(st.integers(0, len(data)))
        token = draw(st.sampled_from(TOKENS)).encode()
        inside = draw(st.sampled_from([b"", token, token * 3, data[start:end] * 2, data[other : other + 40]]))
        data = data[:start] + inside + data[end:]
    return data


@given(mutated())
def test_real_code_with_mistakes_is_read_or_told(data: bytes) -> None:
    assert_sound(checked(data), data)


@given(
    st.sampled_from(PLAIN_CODE), st.sampled_from([b"\r\n", b"\r"]), st.sampled_from([b"", b"\xef\xbb\xbf"])
)
def test_line_ends_and_byte_order_marks_change_no_finding(data: bytes, newline: bytes, mark: bytes) -> None:
    plain, changed = checked(data), checked(mark + data.replace(b"\n", newline))
    assert changed.findings == plain.findings
