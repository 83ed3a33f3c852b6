"""QK601 oversized-service-file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

import libcst as cst

from quality_kit.rule import Bad, FileRule, Good, RuleOptions

from ._code_lines import code_lines
from ._definitions import is_declarations
from ._paths import matches
from ._responsibilities import proposed_split
from ._split_text import described


@dataclass(frozen=True)
class Options(RuleOptions):
    """What is a service module, and how long it may be."""

    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts, examples) or globs",
    ] = (
        "tests",
        "migrations",
        "examples",
        "model.py",
        "models.py",
        "schema.py",
        "schemas.py",
        "*_pb2.py",
        "*_pb2_grpc.py",
    )
    paths: Annotated[tuple[str, ...], "globs of the modules that are services"] = (
        "service/",
        "services/",
        "service.py",
        "services.py",
        "*_service.py",
    )
    max_lines: Annotated[int, "how many lines a service module may have"] = 400
    count: Annotated[Literal["physical", "code"], "count all lines, or only those that hold code"] = (
        "physical"
    )
    declarations: Annotated[
        bool,
        "whether modules count in which the fields of classes (models, settings) take more lines than"
        " the functions",
    ] = False
    limits: Annotated[
        Mapping[str, int], "other limits for some services, by glob; the last that matches wins"
    ] = field(default_factory=dict)


class OversizedServiceFile(FileRule[Options]):
    """A service module over 400 lines.

    A service module that keeps growing collects responsibilities: a reviewer no longer sees what it
    is about, every change meets every other, and a test needs all of its collaborators at once.

    A module is a service by its path: it lies in a folder `service` or `services`, or is named
    `service.py`, `services.py` or `*_service.py`. Tests, migrations, examples, generated code and modules that
    are named for models and schemas are left alone, and so are modules in which the fields of classes
    take more lines than the functions: they declare data and serve nobody. The finding stands at the
    first line beyond the limit and gives the number of all lines and of the lines that hold code,
    which are neither blank nor comment nor docstring; `count` says which of them is limited.

    It also proposes a split: groups of definitions that have much to do with each other and little
    with the rest, because they use each other, share state, or are named for the same thing. In a
    module that is mostly one class these are groups of its methods; the constructor, and the loggers
    and sessions that everybody uses, tie nothing together. Where no such group is found, the largest
    definitions are named.

    Move each group into a module of its own, and let the service import it or receive it as a
    parameter.
    """

    code = "QK601"
    message = "too long for a service module; split it by responsibility"
    default = True
    statements = ("CS1",)
    examples = (
        Bad(
            """
def calculate_discount(order):
    return order.total * rate_of(order.customer)


def rate_of(customer):
    return customer.discount_rate


def create_invoice(order, number):
    lines = invoice_lines(order)  # finding: QK601
    return Invoice(number, lines)


def invoice_lines(order):
    return [InvoiceLine(item) for item in order.items]
""".lstrip(),
            path="app/services/orders.py",
            options={"max-lines": 9},
            why="Two responsibilities that do not use each other: discounts and invoices.",
        ),
        Good(
            """
def calculate_discount(order):
    return order.total * rate_of(order.customer)


def rate_of(customer):
    return customer.discount_rate
""".lstrip(),
            path="app/services/discounts.py",
            options={"max-lines": 9},
            why="A module for each of them is short.",
        ),
        Good(
            """
class Order(Base):
    number: Mapped[int]
    customer: Mapped[str]
    total: Mapped[Decimal]
""".lstrip(),
            path="app/models/order.py",
            options={"max-lines": 3},
            why="It is no service module.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        limit = self._limit()
        if limit is None:
            return
        lines, code = len(self.file.source.lines), code_lines(self.file)
        counted = code if self.options.count == "code" else range(1, lines + 1)
        if len(counted) > limit and (self.options.declarations or not is_declarations(self.file)):
            unit = " of code" if self.options.count == "code" else ""
            split = described(proposed_split(self.file, limit))
            message = f"{lines} lines ({len(code)} of code), the limit is {limit}{unit}; {split}"
            self.report_file(counted[limit], message, len(counted))

    def _limit(self) -> int | None:
        """The limit of a service module; None for other modules, and where none can be exceeded."""
        options, path, data = self.options, self.file.path, self.file.source.data
        lines_at_most = data.count(b"\n") + data.count(b"\r") + 1  # spares most files the look at their path
        if lines_at_most <= min((options.max_lines, *options.limits.values())) or not matches(
            options.paths, path
        ):
            return None
        fitting = [limit for glob, limit in options.limits.items() if matches((glob,), path)]
        return fitting[-1] if fitting else options.max_lines
