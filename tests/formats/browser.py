"""A real Chromium without a window, driven by WebDriver's plain HTTP; Debian has both as packages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
_PORT = re.compile(rb"started successfully on port (\d+)")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_SECONDS = 120
#: A busy machine may take longer to start the browser than the driver waits.
_STARTS = 3
#: Two frames: what is out of sight has its layout only after the first (``content-visibility``).
_PAINTED = (
    "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
)


class WebDriverError(Exception):
    """What the driver could not do, in its own words."""


class Browser:
    """One page at a time."""

    def __init__(self, session: str) -> None:
        self._session = session

    def open(self, page: Path, width: int = 1280, height: int = 900) -> None:
        """Show a file in a window of that size, in pixels."""
        device = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < height}
        self.devtools("Emulation.setDeviceMetricsOverride", device)
        self.complaints()  # those of the page before
        _post(f"{self._session}/url", {"url": page.as_uri()})
        self.run(_PAINTED)

    def run(self, script: str) -> Any:
        """What the body of a function gives back, run in the page; of a promise what it promises."""
        return _post(f"{self._session}/execute/sync", {"script": script, "args": []})

    def type(self, selector: str, keys: str) -> None:
        """Type into the element as a person does."""
        _post(f"{self._find(selector)}/value", {"text": keys})

    def click(self, selector: str) -> None:
        """Click on the element."""
        _post(f"{self._find(selector)}/click", {})

    def devtools(self, command: str, parameters: dict[str, Any]) -> None:
        """A command of Chromium's own protocol."""
        _post(f"{self._session}/goog/cdp/execute", {"cmd": command, "params": parameters})

    def complaints(self) -> list[str]:
        """What the page's console says: errors, and what the page's policy has refused."""
        return [entry["message"] for entry in _post(f"{self._session}/se/log", {"type": "browser"})]

    def _find(self, selector: str) -> str:
        found = _post(f"{self._session}/element", {"using": "css selector", "value": selector})
        return f"{self._session}/element/{found[_ELEMENT]}"


@contextmanager
def started(folder: Path) -> Iterator[Browser]:
    """A browser with a profile of its own in the folder; the test is skipped where there is none."""
    driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
    if driver is None or chromium is None:
        pytest.skip("no chromium and chromedriver: apt-get install chromium chromium-driver")
    process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    try:
        port = next(found[1].decode() for line in process.stdout if (found := _PORT.search(line)))
        session = _session(f"http://127.0.0.1:{port}/session", chromium, folder)
        try:
            yield Browser(session)
        finally:
            _ask(Request(session, method="DELETE"))
    finally:
        process.terminate()
        process.wait(_SECONDS)
        process.stdout.close()


def _session(address: str, chromium: str, folder: Path) -> str:
    """The address of a running browser."""
    for number in range(_STARTS):
        options = {"binary": chromium, "args": [*_FLAGS, f"--user-data-dir={folder / str(number)}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        try:
            answer = _post(address, {"capabilities": {"alwaysMatch": wanted}})
        except (WebDriverError, OSError):
            if number == _STARTS - 1:
                raise
        else:
            return f"{address}/{answer['sessionId']}"
    raise AssertionError("unreachable")


def _post(address: str, data: dict[str, Any]) -> Any:
    body = json.dumps(data).encode()
    return _ask(Request(address, body, {"Content-Type": "application/json"}, method="POST"))


def _ask(request: Request) -> Any:
    try:
        with urlopen(request, timeout=_SECONDS) as answer:
            return json.load(answer)["value"]
    except HTTPError as error:
        with error:
            raise WebDriverError(error.read().decode(errors="replace")) from None
