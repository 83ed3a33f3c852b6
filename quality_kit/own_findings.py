"""The findings that the tool makes itself, about what it could not check or was told to overlook."""

from __future__ import annotations

from quality_kit.catalogue import RuleInfo

UNPARSABLE_FILE = "QK000"
MALFORMED_SUPPRESSION = "QK001"
UNKNOWN_SUPPRESSION = "QK002"
UNUSED_SUPPRESSION = "QK003"
UNCHECKED_FILE = "QK004"
EXPIRED_SUPPRESSION = "QK005"
UNEXPLAINED_SUPPRESSION = "QK006"
FORBIDDEN_SUPPRESSION = "QK007"


def _own(
    code: str, name: str, message: str, summary: str, explanation: str, fixable: bool = False
) -> RuleInfo:
    return RuleInfo(
        code=code,
        name=name,
        family="own",
        summary=summary,
        explanation=explanation,
        message=message,
        severity="error",
        default=True,
        fixable=fixable,
        statements=(),
        options=(),
        examples=(),
        kind="own",
    )


OWN_FINDINGS: tuple[RuleInfo, ...] = (
    _own(
        UNPARSABLE_FILE,
        "unparsable-file",
        "does not parse: {reason}",
        "A file that is no Python text, so that nothing in it was checked.",
        "The bytes do not fit the declared encoding, or the text is no Python of any known version. The\n"
        "linters that would pass over such a file in silence are listed as not checked. It cannot be\n"
        "suppressed or ignored: exclude the file if it is not meant to be Python.",
    ),
    _own(
        MALFORMED_SUPPRESSION,
        "malformed-suppression",
        "suppression that cannot be read and silences nothing: {reason}",
        "A comment that looks like a suppression but does not have its form.",
        "Written `# quality-kit: ignore[QK201] -- reason`, `# quality-kit: ignore-file[QK201] -- reason` (both\n"
        "may have `until=2027-03-01` before the reason) or `# noqa: QK201 reason`. A mistake in it is told,\n"
        "because a comment that silences more or less than its author thinks is worse than none.",
    ),
    _own(
        UNKNOWN_SUPPRESSION,
        "unknown-suppression",
        "suppression of {unknown}, which is no known code",
        "A suppression that names a code that does not exist.",
        "It silences nothing. Mostly a slip of the pen, or a rule of a pack that is not loaded.",
    ),
    _own(
        UNUSED_SUPPRESSION,
        "unused-suppression",
        "suppression of {codes} silences nothing; remove it",
        "A suppression of a code that has no finding there.",
        "It would hide the next finding of that code, which nobody has looked at. Told only of codes that\n"
        "were completely checked in this run: the rule is on for the file, or the linter ran on it, and\n"
        "nothing of it failed. What mypy and vulture conclude from several files is judged when the whole\n"
        "project is checked. A bare `noqa`, and flake8's codes in one, are flake8's business; codes of its\n"
        "plugins are judged when one of the same letters has spoken: the plugin may be missing here.",
        fixable=True,
    ),
    _own(
        UNCHECKED_FILE,
        "unchecked-file",
        "not checked: {reason}",
        "A file that could not be checked within the limits.",
        "Files nested deep enough to bring down the parser, or too slow for it, are read in a process of\n"
        "their own with a limit. A file that exceeds it is told as this finding, so that one generated file\n"
        "does not make every run fail as broken. Exclude it, or suppress this code in it with `ignore-file`.",
    ),
    _own(
        EXPIRED_SUPPRESSION,
        "expired-suppression",
        "suppression of {codes} ended on {until}; mend what it silenced, or give it a new date",
        "A suppression whose last day is over.",
        "`# quality-kit: ignore[QK201] until=2027-03-01 -- reason` holds through that day, by the clock of the\n"
        "machine that checks. From the next day on it silences nothing.",
    ),
    _own(
        UNEXPLAINED_SUPPRESSION,
        "unexplained-suppression",
        "suppression of {codes} without a reason; write it after {mark}",
        "A suppression without a reason, where the project wants one.",
        "Told with `require-reason = true` in `[tool.quality-kit]`, of our comments and of `# noqa` with our\n"
        "codes. What the comment silences stays silenced: there is one thing to do, and it is said once.",
    ),
    _own(
        FORBIDDEN_SUPPRESSION,
        "forbidden-suppression",
        "suppression of {codes}, which never-suppress forbids; mend the finding",
        "A suppression of a code that the project does not let anybody suppress.",
        "`never-suppress` in `[tool.quality-kit]` lists such codes: a comment of ours or a `# noqa` silences\n"
        "none of their findings. What flake8 or mypy has left out itself, for a comment of its own, cannot be\n"
        "brought back; a `noqa` that names a forbidden code of flake8 is told all the same.",
    ),
)
