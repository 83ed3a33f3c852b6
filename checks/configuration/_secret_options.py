"""The options of QK504."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from quality_kit.rule import RuleOptions


@dataclass(frozen=True)
class Options(RuleOptions):
    """Where it is silent, and which words make a text no secret."""

    exempt: Annotated[
        tuple[str, ...], "where the rule is silent: classes of paths (tests, migrations, scripts) or globs"
    ] = (
        "tests",
        "testing/",
        "examples/",
        "example/",
        "demo/",
        "e2e/",
        "test-*/",
        "*-tests/",
        "docs/",
        "*templates/",
        "*testutils/",
        "*test_utils/",
        "testing.py",
        "testutils.py",
        "conftest.py",
        "pytest_fixtures/",
        "test_fixtures/",
        "pytest_fixtures.py",
    )
    placeholders: Annotated[
        tuple[str, ...], "regular expressions, in any case, for texts that only hold the place of a secret"
    ] = (
        *(r"change.?(?:me|this|it|in|before)", r"\byour?\b|your[-_]", r"xxx", r"<[^>]*>", r"\.\.\."),
        *(r"example|sample|dummy|fake|mock|placeholder|foobar|foo\b", r"(?<![a-z])test", r"todo|fixme"),
        *(
            r"replace|insert|redacted|masked|hidden|removed",
            r"\*{3}",
            r"^(?:none|null|n/?a|nil|default|empty)$",
        ),
        *(
            r"not[-_ ]?(?:set|needed|required|used|provided|available|a[-_ ])",
            r"unset|undefined|unused|missing",
        ),
        *(
            r"^no[-_ ]?(?:key|api|auth|token|password|secret)",
            r"^sk-no",
            r"^anonymous",
            r"ollama|lm.?studio|anything|optional",
            r"0123456|abcdef|1234567\w*[a-f]",
        ),
    )
    public_keys: Annotated[
        tuple[str, ...],
        "regular expressions for keys that are made to be given to every browser and app, and open nothing"
        " (publishable and client keys)",
    ] = (r"^pk_(?:live|test)_", r"^phc_", r"^pk\.eyJ")
    harmless_names: Annotated[tuple[str, ...], "words in a name that make its value no real secret"] = (
        *("hash", "hashed", "dummy", "fake", "test", "mock", "example", "sample", "placeholder", "invalid"),
        *("wrong", "field", "label", "type", "env", "var", "name", "masked", "redacted", "public", "empty"),
        *(
            "pad",
            "eos",
            "bos",
            "sep",
            "cls",
            "unk",
            "mask",
            "stop",
            "special",
            "next",
            "page",
            "continuation",
        ),
        *("column", "header", "param", "regex", "pattern", "prefix", "suffix", "url", "uri", "path", "file"),
    )
    telemetry_names: Annotated[
        tuple[str, ...],
        "services whose key or token (`MIXPANEL_TOKEN`) only writes statistics: every copy of the program holds it",
    ] = ("mixpanel", "amplitude", "posthog")
    telemetry_modules: Annotated[
        tuple[str, ...], "words in the path of a module that only writes statistics, with its keys and tokens"
    ] = ("telemetry",)
    accepted_codes: Annotated[
        tuple[str, ...],
        "codes of other tools for the same: where a comment on the line silences one, it was decided",
    ] = ("S105", "S106", "S107", "B105", "B106", "B107")
    text_names: Annotated[tuple[str, ...], "words in keywords and keys whose value is text for a reader"] = (
        *("description", "help", "title", "summary", "example", "examples", "doc", "docs"),
        *("message", "detail", "hint", "placeholder", "placeholders", "label", "labels", "relabeling"),
    )
