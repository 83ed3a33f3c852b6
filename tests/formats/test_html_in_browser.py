"""The HTML page in a real browser: nothing foreign runs, searching works, a phone shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quality_kit.finding import Report
from quality_kit.reporters import View, render
from tests.formats.browser import Browser, started
from tests.formats.reports import CLEAN, HOSTILE, HOSTILE_TEXT, SMALL, finding, report, small_view

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as running:
        yield running


def show(browser: Browser, folder: Path, shown: Report, view: View | None = None, width: int = 1280) -> None:
    page = folder / "report.html"
    page.write_text(render("html", shown, view or small_view()), encoding="utf-8")
    browser.open(page, width)


def seen(browser: Browser) -> list[list[str]]:
    """The groups that are seen: heading and number, then place and rule of each finding."""
    script = """
        const text = (item, kind) => item.querySelector(kind).innerText;
        // What lies far down is not laid out, and has no text then.
        for (const group of document.querySelectorAll("#groups > .group")) group.style.contentVisibility = "visible";
        return [...document.querySelectorAll("#groups > .group")].filter((group) => group.checkVisibility()).map(
            (group) => [
                text(group, ".path") + " " + text(group, ".count"),
                ...[...group.querySelectorAll(".finding")].filter((item) => item.checkVisibility()).map(
                    (item) => text(item, ".place") + " " + text(item, ".rule"))
            ]);
    """
    groups: list[list[str]] = browser.run(script)
    return groups


def test_findings_are_shown_by_file_with_their_source(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, SMALL)
    assert seen(browser) == [
        ["app/main.py 1", "1:1 F401"],
        [
            "app/services/orders.py 3",
            "1:1 QK102 missing-return-annotation",
            "2:17 QK401 print-call",
            "3:18 mypy:misc",
        ],
    ]
    lines = "return [...document.querySelectorAll('.finding pre')].map((line) => line.innerText)"
    assert browser.run(lines) == [
        "import os",
        "def total(net):",
        "größe = 19; print(größe)",
        "return net * 1.19",
    ]
    marks = "return [...document.querySelectorAll('mark')].map((mark) => mark.innerText)"
    assert browser.run(marks) == ["i", "def total(net):", "print(größe)", "1.19"]
    assert browser.run("return document.querySelector('#shown').innerText") == "4 of 4"
    assert browser.complaints() == []


def test_typing_into_the_search_box_leaves_what_fits(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, SMALL)
    browser.type("#search", "ORDERS print")
    assert seen(browser) == [["app/services/orders.py 1", "2:17 QK401 print-call"]]
    assert browser.run("return document.querySelector('#shown').innerText") == "1 of 4"
    browser.type("#search", " nowhere")
    assert seen(browser) == []
    assert browser.run("return document.querySelector('#nothing').checkVisibility()") is True
    browser.click("#reset")
    browser.run("return new Promise((done) => setTimeout(done, 50))")
    assert [group[0] for group in seen(browser)] == ["app/main.py 1", "app/services/orders.py 3"]


def test_a_search_among_many_findings_waits_for_the_end_of_the_word(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, report(*(finding(f"m{number:04}.py") for number in range(1_200))))
    shown = "return document.querySelector('#shown').innerText"
    browser.run(
        "window.seen = []; new MutationObserver(() => seen.push(document.querySelector('#shown').innerText))"
        ".observe(document.querySelector('#shown'), {childList: true});"
        "const search = document.querySelector('#search');"
        "for (const letter of 'm0042') {"
        " search.value += letter; search.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    browser.run("return new Promise((done) => setTimeout(done, 600))")
    assert browser.run("return window.seen") == ["1 of 1,200"]
    assert browser.run(shown) == "1 of 1,200"
    browser.click("input[value=error]")  # no key of a word: at once
    assert browser.run(shown) == "0 of 1,200"


def test_filters_by_severity_and_by_rule(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, SMALL)
    browser.click("input[value=error]")
    assert [group[0] for group in seen(browser)] == ["app/services/orders.py 2"]
    browser.click("#rules button[data-only='QK401 print-call']")
    assert seen(browser) == [["app/services/orders.py 1", "2:17 QK401 print-call"]]
    browser.click("#folders button[data-folder='app/services/']")
    assert [group[0] for group in seen(browser)] == ["app/services/orders.py 3"]


def test_findings_can_be_grouped_by_rule(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, SMALL)
    browser.click("input[value=rule]")
    assert seen(browser) == [
        ["F401 1", "app/main.py:1:1 F401"],
        ["QK102 missing-return-annotation 1", "app/services/orders.py:1:1 QK102 missing-return-annotation"],
        ["QK401 print-call 1", "app/services/orders.py:2:17 QK401 print-call"],
        ["mypy:misc 1", "app/services/orders.py:3:18 mypy:misc"],
    ]


def test_many_findings_are_folded_and_can_be_unfolded(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, report(*(finding(f"m{number:03}.py") for number in range(300))))
    opened = "return document.querySelectorAll('#groups > [open]').length"
    assert browser.run(opened) == 0
    browser.click("#fold")
    assert browser.run(opened) == 300
    assert browser.run("return document.querySelector('#fold').innerText") == "Fold all"


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    source = "x</code></pre><script>document.title = 'pwned'</script><img src=x onerror=alert(1)>"
    show(
        browser,
        tmp_path,
        HOSTILE._replace(root="/<b>p"),
        small_view()._replace(source_line=lambda *_: source),
    )
    assert browser.run("return document.title") == "quality-kit: <b>p"
    assert browser.run("return [...document.querySelectorAll('script, img, b')].map((it) => it.tagName)") == [
        "B",
        "B",
        "SCRIPT",
    ]
    assert browser.run("return document.querySelector('.finding pre').innerText") == source
    assert "</script><img src=x" in HOSTILE_TEXT
    assert browser.run("return document.querySelector('.finding .message').innerText").count("</script>") == 1
    assert browser.complaints() == []


def test_the_policy_of_the_page_lets_nothing_else_run(browser: Browser, tmp_path: Path) -> None:
    show(browser, tmp_path, SMALL)
    browser.run(
        "const script = document.createElement('script'); script.textContent = 'window.pwned = true';"
        "document.body.append(script); document.body.insertAdjacentHTML('beforeend', '<img src=x:y onerror=pwned=1>')"
    )
    assert browser.run("return window.pwned") is None
    assert "Content Security Policy" in "".join(browser.complaints())


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("shown", [SMALL, HOSTILE, CLEAN], ids=["small", "hostile", "clean"])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, tmp_path: Path, shown: Report, width: int
) -> None:
    view = small_view()._replace(source_line=lambda *_: "x" * 5_000)
    show(browser, tmp_path, shown, view, width)
    page = "document.documentElement"  # its client width is the window's without a scroll bar
    assert browser.run(f"return [innerWidth, {page}.scrollWidth - {page}.clientWidth]") == [width, 0]


def test_a_dark_screen_gets_a_dark_page(browser: Browser, tmp_path: Path) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.devtools("Emulation.setEmulatedMedia", {"features": [feature]})
        show(browser, tmp_path, SMALL)
        grounds.append(browser.run("return getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(246, 247, 249)", "rgb(18, 21, 27)"]
