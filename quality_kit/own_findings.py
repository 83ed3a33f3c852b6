"""The findings that the tool makes itself, about what it could not check or was told to overlook."""

from __future__ import annotations

from quality_kit.catalogue import RuleInfo

UNPARSABLE_FILE = "QK000"
MALFORMED_SUPPRESSION = "QK001"
UNKNOWN_SUPPRESSION = "QK002"
UNUSED_SUPPRESSION = "QK003"
UNCHECKED_FILE = "QK004"


def _own(code: str, name: str, message: str, summary: str, explanation: str) -> RuleInfo:
    return RuleInfo(
        code=code,
        name=name,
        family="own",
        summary=summary,
        explanation=explanation,
        message=message,
        severity="error",
        default=True,
        fixable=False,
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
        "Written `# quality-kit: ignore[QK201] -- reason`, `# quality-kit: ignore-file[QK201] -- reason` or\n"
        "`# noqa: QK201 reason`. A mistake in it is told, because a comment that silences more or less than\n"
        "its author thinks is worse than none.",
    ),
    _own(
        UNKNOWN_SUPPRESSION,
        "unknown-suppression",
        "suppression of {unknown}, which is no known code",
        "A suppression that names a code that does not exist.",
        "It silences nothing. Mostly a slip of the pen, or a rule of a pack that is not loaded.",
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
)
