"""The options of magic-number: every list of what needs no name, and of what names a policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NamedTuple

from quality_kit.rule import RuleOptions

from ._factors import Units


@dataclass(frozen=True)
class Options(RuleOptions):
    """Names are compared without their module: ``Field`` is also ``pydantic.Field``."""

    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = (
        *("tests", "migrations", "examples"),
        *("bench.py", "bench/", "*benchmark*.py"),
        *("testing.py", "testing_*.py", "*_testing.py"),
        *("testing/", "test_utils/", "testutils/", "fixtures/", "*_fixtures.py", "fixtures.py"),
        *("test_data*.py", "*_test_data*.py", "testdata*.py", "*_testdata*.py"),
        *("sample_data*.py", "*_sample_data*.py", "demo_data*.py", "*_demo_data*.py"),
        *("mock_*.py", "fake_*.py", "dummy_*.py", "dummy/", "project_template*/"),
        *("create_test_*.py", "create-test-*.py", "demo_projects/"),
    )
    allowed: Annotated[tuple[int | float, ...], "numbers that never need a name"] = (0, 1, -1)
    small_index: Annotated[int, "largest number that is plain as an index, or where a slice starts"] = 3
    unit_factors: Annotated[tuple[int | float, ...], "units, plain beside a multiplication or division"] = (
        *(7, 12, 24, 60, 365, 3600, 86400),
        *(255, 1000, 1024),
    )
    unit_bases: Annotated[tuple[int | float, ...], "numbers whose powers are units too"] = (2, 10)
    length_units: Annotated[
        tuple[str, ...], "lengths on a page: a number beside one is a place in a layout"
    ] = ("mm", "cm", "inch", "pica")
    status_names: Annotated[tuple[str, ...], "endings of names that hold an HTTP status"] = (
        "status",
        "status_code",
    )
    status_calls: Annotated[
        tuple[str, ...],
        "endings of calls that take an HTTP status, in lower case; from 400 on anywhere in the name",
    ] = (
        *("exception", "error", "response", "respond", "status", "status_code"),
        *("abort", "redirect", "success", "reject", "refus", "problem", "fail", "reply"),
    )
    version_names: Annotated[tuple[str, ...], "words in names that hold a version"] = ("version",)
    bounds: Annotated[tuple[str, ...], "calls that declare bounds and sizes of fields"] = (
        *(
            "Field",
            "Query",
            "Path",
            "Body",
            "Header",
            "Cookie",
            "Form",
            "File",
            "Param",
            "Option",
            "Argument",
        ),
        *("constr", "conint", "confloat", "condecimal", "conlist", "conbytes", "StringConstraints"),
        *("Ge", "Gt", "Le", "Lt", "Len", "MinLen", "MaxLen", "Interval", "MultipleOf"),
        *("Range", "Length"),
        *(
            "Column",
            "mapped_column",
            "String",
            "Unicode",
            "VARCHAR",
            "NVARCHAR",
            "CHAR",
            "Numeric",
            "DECIMAL",
        ),
        *("slider", "number_input", "select_slider", "Slider", "IntRange", "FloatRange"),
        *("LargeBinary", "BINARY", "VARBINARY", "Float", "Vector", "HALFVEC"),
    )
    plain_calls: Annotated[
        tuple[str, ...],
        "calls whose positional numbers are understood: digits, bases, dates, axes, bytes of a secret, exit codes",
    ] = (
        *("round", "int", "log", "pow", "chr", "Decimal", "decimal128", "decimal256"),
        *("indent", "ljust", "rjust", "center", "zfill"),
        *("group", "pop", "insert", "itemgetter", "split", "rsplit", "to_bytes"),
        *("date", "datetime", "time"),
        *("permute", "transpose", "swapaxes", "moveaxis", "squeeze", "unsqueeze", "expand_dims", "flatten"),
        *("token_urlsafe", "token_hex", "token_bytes", "urandom", "randbytes", "getrandbits"),
        "get_random_string",
        *("exit", "_exit", "Exit", "SystemExit"),
    )
    policies: Annotated[tuple[str, ...], "keywords, or words in them, that set a policy: a warning"] = (
        *("timeout", "retry", "retries", "attempts", "delay", "backoff", "interval"),
        *("ttl", "max_age", "expire", "expires", "expiry", "expiration"),
        *("limit", "threshold", "temperature", "top_p", "top_k", "max_tokens"),
        *("weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds"),
    )
    policy_calls: Annotated[tuple[str, ...], "calls whose keywords are all policies"] = (
        *("timedelta", "Timeout", "ClientTimeout", "Retry"),
    )
    sizes: Annotated[tuple[str, ...], "words in keywords of clients and engines that are no policy"] = (
        *("pool", "size", "overflow", "connections", "keepalive"),
    )


class Lists(NamedTuple):
    """The options in the form that is quickest to ask."""

    units: Units
    small_index: int
    #: Endings of names and words in names, in lower case.
    statuses: tuple[str, ...]
    status_calls: tuple[str, ...]
    versions: tuple[str, ...]
    bounds: frozenset[str]
    #: Calls whose positional numbers are plain, bounds among them.
    plain_calls: frozenset[str]
    policies: frozenset[str]
    policy_calls: frozenset[str]
    sizes: frozenset[str]

    @classmethod
    def of(cls, options: Options) -> Lists:
        """The lists of some options."""
        return cls(
            Units(frozenset(options.unit_factors), options.unit_bases, frozenset(options.length_units)),
            options.small_index,
            options.status_names,
            options.status_calls,
            options.version_names,
            frozenset(options.bounds),
            frozenset((*options.plain_calls, *options.bounds)),
            frozenset(options.policies),
            frozenset(options.policy_calls),
            frozenset(options.sizes),
        )
