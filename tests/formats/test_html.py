"""The HTML page as text: complete in itself, nothing left out."""

from __future__ import annotations

import base64
import hashlib
import re

from quality_kit.reporters import render
from tests.formats.reports import CLEAN, HOSTILE, SMALL, finding, report, small_view


def words(page: str) -> str:
    """The page without its script, its style and its elements."""
    return re.sub(r"<[^>]*>", " ", re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL))


def test_the_page_loads_nothing() -> None:
    page = render("html", SMALL, small_view())
    assert (
        re.findall(
            r"""<(?:link|img|iframe|object|script [^>]*)\b|\b(?:src|href|style)=|url\(|@import|https?:""",
            page,
        )
        == []
    )


def test_the_policy_names_the_one_script_and_the_one_style() -> None:
    page = render("html", HOSTILE, small_view())
    for kind in ("script", "style"):
        [content] = re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page


def test_script_and_style_do_not_end_before_their_end() -> None:
    page = render("html", HOSTILE, small_view())
    assert (page.count("</script"), page.count("</style"), page.count("<!--")) == (1, 1, 0)


def test_totals_failures_and_what_was_not_checked_are_told() -> None:
    shown = " ".join(words(render("html", SMALL, small_view())).split())
    assert "findings 4 errors 2 warnings 1 infos 1 suppressed 2 not checked 1 failures 2 files 3" in shown
    assert "Failed black failed: it crashed: Traceback, 100% QK201 failed on app/main.py: too deep" in shown
    assert "Not checked not checked by isort (the file does not parse): app/broken.py" in shown


def test_suppressed_findings_are_folded_with_their_reasons() -> None:
    page = render("html", SMALL, small_view())
    folded = page[page.index('id="suppressed"') :]
    shown = " ".join(words(folded).split())
    assert "2 suppressed, which do not count" in shown
    assert "app/main.py:2:10 QK401 print-call print call writes past the log comment: until the move" in shown
    assert "baseline" in shown
    assert 'id="suppressed" open' not in page


def test_a_clean_page_says_so_and_a_failed_one_does_not() -> None:
    clean = render("html", CLEAN, small_view())
    assert 'class="verdict good"' in clean
    assert "No findings in 3 files" in clean
    assert 'id="groups"' not in clean.partition("<script>")[0]
    failed = render("html", SMALL._replace(findings=()), small_view())
    assert 'class="verdict bad"' in failed
    assert "this run proves nothing" in failed


def test_long_source_lines_are_cut_around_the_finding() -> None:
    entry = finding("x.py", (1, 1001, 1, 1005))
    line = "a" * 1000 + "eval" + "b" * 100_000
    page = render("html", report(entry), small_view()._replace(source_line=lambda *_: line))
    assert f"<code>…{'a' * 100}<mark>eval</mark>{'b' * 100}…</code>" in page


def test_folders_and_rules_have_bars_and_only_the_first_ten_are_open() -> None:
    findings = [finding(f"a{number:02}/x.py", severity="info") for number in range(12)]
    page = render("html", report(*findings, finding("x.py")), small_view())
    folders = page[page.index('id="folders"') : page.index('id="rules"')]
    assert [folders.count(part) for part in ("<svg", "3 more", "(top)", 'aria-label="1 info"')] == [
        13,
        1,
        1,
        12,
    ]
