"""Functions in which a name is bound or logged very often are still checked in no time."""

from __future__ import annotations

from tests.examples import findings

_LOGGER = "import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef run(secret, password):\n"


def test_a_text_of_many_parts() -> None:
    text = f"    shown_password = secret[:4] + {' + '.join(['part'] * 40)}\n    logger.info('%s', shown_password)\n"
    assert [each.code for each in findings({"app/run.py": _LOGGER + text}, "QK403")] == ["QK403"]
    cut = text.replace("part", "'*'")
    assert findings({"app/run.py": _LOGGER + cut}, "QK403") == []


def test_a_name_that_is_bound_many_times() -> None:
    lines = "        x = x + 1\n" * 200
    head = "class GitClient: ...\n\n\nclass Runner:\n    def __init__(self):\n"
    text = f"{head}        x = 1\n{lines}        self.git = GitClient(x)\n"
    assert [each.code for each in findings({"app/run.py": text}, "QK203")] == ["QK203"]


def test_a_secret_that_is_logged_many_times() -> None:
    lines = "    logger.info('x %s', password)\n    logger.info('y %s', key_token)\n" * 300
    head = _LOGGER.replace("password", "password, key_token")
    assert len(findings({"app/run.py": head + lines}, "QK403")) == 600
