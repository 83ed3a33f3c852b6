"""quality-kit on itself: all rules and all linters, and nothing to report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_quality_kit_finds_nothing_in_its_own_code() -> None:
    command = [sys.executable, "-m", "quality_kit", "check", "--output-format", "json", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    report = json.loads(done.stdout)
    active = [finding for finding in report["findings"] if finding["suppressed_by"] is None]
    assert [
        (finding["path"], finding["line"], finding["code"], finding["message"]) for finding in active
    ] == []
    assert report["failures"] == []
    assert done.returncode == 0
