"""QK301 magic-number."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from quality_kit.finding import Severity
from quality_kit.rule import Bad, FileRule, Good
from quality_kit.tree import ParsedFile

from ._contexts import Context, Kind, context_of, may_be_logic
from ._evidence import severity_by_evidence
from ._homes import Homes, is_definition
from ._magic_number_options import Lists, Options
from ._names import last_name
from ._surroundings import Surroundings
from ._values import Number, value_of
from ._verdicts import argument_name, severity_of

_OCTAL = ("0o", "0O")
_PLACES: Mapping[Kind, str] = {
    "comparison": "in a comparison",
    "arithmetic": "in an arithmetic expression",
    "shift or mask": "in a shift or mask",
    "slice": "as the bound of a slice",
    "return": "as a return value",
    "assignment": "in an augmented assignment",
    "pattern": "as a pattern",
}


class MagicNumber(FileRule[Options]):
    """A bare number in logic, whose meaning and origin the reader has to guess.

    `if days > 30` does not say why 30, and the next `30` in another file may or may not be the same thing.
    A number counts in a comparison or membership test, in arithmetic, as a positional argument, as the
    bound of a slice, as a return value, in an augmented assignment, in a case pattern, in a shift or mask;
    also inside lambdas, comprehensions and f-strings. One number is reported once a statement, a list of
    numbers once.

    Whole numbers up to 9 count places and fields as often as they set a policy. They are errors in an
    ordered comparison, as a factor, as a return value, and beside a name of what a product decides
    (`attempts == 3`, `sleep(5)`, `delay + 3`, a loop that tries again). As another argument, as the bound
    of a slice, added or subtracted, as an exact length they are warnings, and a 2 is left alone there. Ends
    of integer types, halves, coefficients with more than three decimals and those of a formula with a power
    are warnings too.

    What has a name already is left alone: constants in upper case, what modules and classes declare, enum
    members, defaults of parameters and fields, decorators, types, and a local variable that takes the
    number (`page_size = 50`). So are numbers that everybody reads: 0, 1 and -1; 2 that halves, doubles or
    counts a pair; small indices; units beside a multiplication or division (`minutes * 60`); HTTP statuses,
    versions, octal modes, exponents, digits to round to, bases, dates; bounds of fields and columns; sizes
    of pools; places on a page (`25 * mm`), room of up to 20 in a line (`width - 4`); the end of a scale
    (`percent > 100`) and the threshold of a unit (`seconds < 60` beside `seconds // 60`); the length of a
    literal text (`header[:4] == b"RIFF"`); bytes handed to `unpack`; the fields of a fixed layout, which
    are three slices of one text at literal places or two neighbours (`data[4:8]`, `data[8:12]`); masks of
    low bits, shifts by 8, and all shifts of a function that has three; the parts of a moment
    (`created_at[:10]`), the short form of a digest or an identifier (`uuid4().hex[:8]`), as many items as
    there are targets; well-known ports, days of the week, a month that is asked for (`month == 4`, not
    `month >= 4`), `timedelta(days=7)`; the ends of integer types; axes and shapes of arrays; three and more
    bare numbers in one call (coordinates, colours); tables of calls (`{"red": escape(31), "green":
    escape(32)}`); versions in functions that migrate (`current < 5`); four and more whole numbers among
    which a function chooses its answer, or three up to 9; names that hold the number (`p95`,
    `last_30_days`, `first_eight`); the length of a text that was split or of a record that is read by place
    (`len(parts) < 3` before `parts[2]`); the last of a range (`randint(0, 59)`, `range(1, 13)`); angles
    beside a name that speaks of one; `epsg` and `srid`; bits (`wbits == 4`), the versions of IP, the digits
    of a named digest (`len(sha256) == 64`); powers of ten by which a function sorts one name; four calls in
    a row with nothing but numbers; methods that do nothing but return a number, unless their name is a
    policy. Of a module that imports a drawing library, calls of that library and of what it made are
    exempt, and sums in functions with such calls. Unit tests are exempt wherever they stand, functions that
    make sample data up (by their names, or because they draw three values by chance) too. A size like
    `10 * 1024 * 1024` in a comparison is a limit: its 10 is reported, its units are not.

    A keyword argument names its number, and so do the key of `config.get("timeout", 30)` and a setter of
    one value (`socket.settimeout(5)`). It is a warning, and only when it sets a policy (a timeout, a number
    of retries, a limit, a lifetime).

    Way out: a constant in upper case that says what the number means (`OVERDUE_DAYS = 30`), or a field of
    the settings when an operator may want to change it.
    """

    code = "QK301"
    message = "magic number {number} {place}; give it a name"
    default = True
    statements = ("SG18", "SG20")
    examples = (
        Bad(
            """\
def shipping_cents(net_cents: int, country: str) -> int:
    if net_cents > 5000:  # finding: QK301
        return 0
    return PARCEL_CENTS.get(country, 1490)  # finding: QK301


def preview(text: str) -> str:
    return text[:120] + "..."  # finding: QK301


def price(net: float, is_member: bool) -> float:
    return net * 0.85 if is_member else net  # finding: QK301
""",
            why="Thresholds, rates and cut-offs that nobody can look up.",
        ),
        Good(
            """\
FREE_SHIPPING_FROM_CENTS = 5000
DEFAULT_PARCEL_CENTS = 1490
PREVIEW_CHARACTERS = 120


def shipping_cents(net_cents: int, country: str) -> int:
    if net_cents > FREE_SHIPPING_FROM_CENTS:
        return 0
    return PARCEL_CENTS.get(country, DEFAULT_PARCEL_CENTS)


def preview(text: str) -> str:
    return text[:PREVIEW_CHARACTERS] + "..."


def price(net: float, is_member: bool) -> float:
    member_rate = 0.85
    return net * member_rate if is_member else net
""",
            why="The same with names; a local name is enough.",
        ),
        Bad(
            """\
async def fetch(url: str) -> bytes:
    for attempt in range(3):  # finding: QK301
        response = await client.get(url, timeout=30)  # finding: QK301
        if response.status_code < 500:
            return response.content
        await asyncio.sleep(0.2 * 2**attempt)  # finding: QK301
    raise HTTPException(502, "the catalogue does not answer")
""",
            why="Policies: how often, how long. The timeout has a keyword: a warning. Statuses are plain.",
        ),
        Good(
            """\
def duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}h {minutes % 60}min {rest}s"


def page(limit: int = Query(50, le=200)) -> list[Row]:
    first, second = rows[:2]
    return rows if len(rows) == 2 else [first, second]
""",
            why="Units, pairs, and bounds of a field.",
        ),
    )

    def __init__(self, file: ParsedFile, options: Options) -> None:
        super().__init__(file, options)
        self._lists = Lists.of(options)
        self._homes = Homes(file.tree)
        self._surroundings = Surroundings(file, self._homes, self._lists)
        self._reported: set[tuple[int, Number]] = set()

    def visit_Integer(self, node: cst.Integer) -> None:
        if may_be_logic(self.file.tree, node) and not node.value.startswith(_OCTAL):
            self._look(node)

    def visit_Float(self, node: cst.Float) -> None:
        if may_be_logic(self.file.tree, node):
            self._look(node)

    def _look(self, node: cst.Integer | cst.Float) -> None:
        tree, allowed = self.file.tree, self.options.allowed
        sign = _sign(tree.parent(node))
        value = -value_of(node.value) if sign else value_of(node.value)
        context = context_of(tree, node) if value not in allowed else None
        severity = severity_of(tree, context, value, self._lists) if context is not None else None
        if context is not None and severity is not None:
            severity = self._severity_there(node, context, value, severity)
            if severity is not None and self._is_new(node, context, value):
                text = self.message.format(number=sign + node.value, place=self._place(context))
                self.report(node, text, severity)

    def _severity_there(
        self, node: cst.CSTNode, context: Context, value: Number, severity: Severity
    ) -> Severity | None:
        """How bad the number is among what is around; None for a declaration, and where that explains it."""
        home = self._homes.of(node)
        if is_definition(self._homes, home) or self._homes.is_in_test(home.statement):
            return None
        if self._surroundings.explain(context, value, home.statement):
            return None
        if severity != "error":
            return severity
        function = self._homes.function_around(home.statement)
        return severity_by_evidence(self.file.tree, context, value, function, self._lists)

    def _is_new(self, node: cst.CSTNode, context: Context, value: Number) -> bool:
        """Whether nothing was reported yet for the number and its statement, or for the list that it stands in."""
        is_listed = isinstance(context.holder, cst.Element)
        key = (
            (id(self.file.tree.parent(context.holder)), 0)
            if is_listed
            else (id(self._homes.of(node).statement), abs(value))
        )
        is_new = key not in self._reported
        self._reported.add(key)
        return is_new

    def _place(self, context: Context) -> str:
        holder = context.holder
        if not isinstance(holder, cst.Arg):
            return _PLACES[context.kind]
        name = argument_name(self.file.tree, holder)
        call = self.file.tree.parent(holder)
        called = last_name(call.func) if isinstance(call, cst.Call) else ""
        return f"for {name}" if name else f"as an argument of {called}" if called else "as an argument"


def _sign(around: cst.CSTNode | None) -> str:
    return "-" if isinstance(around, cst.UnaryOperation) and isinstance(around.operator, cst.Minus) else ""
