"""The forms of a review: golden files, hostile text, limits, and the page in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quality_kit.reporters import Terminal, View
from quality_kit.review.forms import forms, render
from quality_kit.review.model import Review
from tests.formats import reviews
from tests.formats.browser import Browser, started

#: Of a comment on GitHub, in characters.
ROOM = 65_536


@pytest.mark.parametrize("form", forms())
def test_a_form_is_written_as_its_golden_file_shows(form: str) -> None:
    """``python -m tests.formats.reviews`` writes the files anew."""
    assert reviews.rendered(form) == (reviews.FOLDER / f"{form}.txt").read_text(encoding="utf-8")


def test_nothing_is_shown_that_is_empty() -> None:
    review = reviews.empty()
    assert render("text", review, View()) == (
        "PASS: 0 new, 0 fixed, debt 2 -> 2\n"
        "  no difference between the work tree and origin/main (0123456789)\n"
    )
    assert "###" not in render("markdown", review, View())
    assert "<h2>" not in render("html", review, View()).replace("<h2>Debt</h2>", "")


def test_what_did_not_work_is_never_a_pass() -> None:
    text = render("text", reviews.broken(), View())
    assert text.startswith("BROKEN: 2 new, 1 fixed, 1 suppression added")
    assert "  black failed: it fell over\n" in text


@pytest.mark.parametrize("form", forms())
def test_hostile_text_stays_text(form: str) -> None:
    written = render(form, reviews.small(reviews.HOSTILE_TEXT), View())
    assert "\x1b" not in written
    shown = re.sub(r"(?ms)^ *```.*?^ *```$", "", written)  # in a block of code Markdown is only text
    assert form in ("json", "rdjson", "text") or "<script>document" not in shown
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def test_a_comment_is_never_too_long_and_says_what_it_lacks() -> None:
    review = reviews.small()
    many = review._replace(problems=review.problems[:1] * 2_000, old=review.old * 2_000)
    written = render("markdown", many, View())
    assert ROOM - 2_000 < len(written) <= ROOM
    assert written.startswith("<!-- quality-kit review -->\n")
    last = written.splitlines()[-1]
    assert last.startswith("This comment is full. Left out: ") and " of new problems" in last
    assert "### Policy drift" in written and "### Contract changes" in written


def test_colours_are_for_terminals() -> None:
    written = render("text", reviews.small(), View(terminal=Terminal(100, True)))
    assert "\x1b[" in written


def test_paths_that_are_no_utf_8_are_written_as_escapes() -> None:
    review = reviews.small()
    finding = review.problems[0].finding
    strange = finding._replace(location=finding.location._replace(path="a\udcff.py"))
    review = review._replace(problems=(review.problems[0]._replace(finding=strange),))
    for form in forms():
        assert "a\\udcff.py" in render(form, review, View()).encode().decode().replace("\\\\udcff", "\\udcff")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as running:
        yield running


def _show(browser: Browser, folder: Path, review: Review, width: int = 1280) -> None:
    page = folder / "review.html"
    page.write_text(render("html", review, View()), encoding="utf-8")
    browser.open(page, width)


@pytest.mark.xdist_group("browser")
def test_findings_stand_in_the_diff(browser: Browser, tmp_path: Path) -> None:
    _show(browser, tmp_path, reviews.small())
    rows = browser.run(
        "return [...document.querySelectorAll('#diff tr')].map((row) => [row.className, row.textContent])"
    )
    assert [kind for kind, _ in rows] == [
        "same",
        "gone",
        "new",
        "finding error",
        "skip",
        "same",
        "finding error",
        "skip",
    ]
    assert "QK401 print-call" in " ".join(rows[3][1].split())
    assert browser.run("return document.querySelector('#diff details').open") is True
    assert browser.run("return document.querySelector('h1').innerText") == (
        "FAIL: 2 new, 1 fixed, 1 suppression added, debt 214 -> 212"
    )
    assert browser.complaints() == []


@pytest.mark.xdist_group("browser")
def test_a_hostile_page_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    _show(browser, tmp_path, reviews.small(reviews.HOSTILE_TEXT))
    assert browser.run("return document.title").startswith("quality-kit review: FAIL")
    assert browser.run("return document.querySelectorAll('script, img').length") == 0
    assert browser.complaints() == []


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    _show(browser, tmp_path, reviews.small("x" * 5_000), width)
    page = "document.documentElement"
    assert browser.run(f"return [innerWidth, {page}.scrollWidth - {page}.clientWidth]") == [width, 0]


def test_the_json_is_one_document() -> None:
    assert json.loads(reviews.rendered("json"))["version"] == 1
