"""QK622 commented-out-code."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.finding import Place
from quality_kit.rule import Bad, FileRule, Good, RuleOptions

from ._comment_blocks import Block, comment_blocks
from ._comment_code import code_in
from ._comment_context import is_explanation, is_label
from ._comment_parts import parts

#: A line that is a comment and has a sign of code in it.
_CANDIDATE = re.compile(
    r"^[ \t]*#[^\r\n]*(?:=|\(|[:,][ \t]*\r?$|#[ \t]*(?:import|from|return|raise|assert|del|await|yield)\b)",
    re.MULTILINE,
)
#: How much of the code a message shows, in characters.
_MOST_SHOWN = 50


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs, among them the"
        " configuration of documentation, which lists what could be set",
    ] = ("migrations", "**/docs/**/conf.py", "**/doc/**/conf.py")
    example_words: Annotated[
        tuple[str, ...],
        "words in a comment that make the code below them an example",
    ] = (
        "e.g",
        "i.e",
        "ex:",
        "example",
        "examples",
        "for instance",
        "such as",
        "like this",
        "looks like",
        "of the form",
        "usage",
        "equivalent",
        "same as",
        "instead of",
        "pseudo",
        "pseudocode",
        "derived from",
        "translates to",
    )


class CommentedOutCode(FileRule[Options]):
    """Code in comments.

    Nobody runs it, tests it or renames what it uses, so soon it would no longer work; and every reader has
    to find out why it is there. Version control keeps what was deleted.

    Comment lines that follow each other are read together, without their number signs. Found is the
    first run of lines in such a block that parses and that nobody writes but as code: imports,
    assignments of more than a name, calls with something in them, `return`, `raise`, conditions, loops
    and definitions, also fragments (`elif` branches, arguments and entries between brackets). A block is
    reported once, and so are blocks that only blank lines divide.

    Left alone is what explains: prose, code that is indented below prose or announced by it (a colon,
    "e.g.", the option `example-words`), code in the middle of a sentence, between fences, with dots or
    placeholders in it (`foo`, `your_key`); lone names, comparisons, formulas and signatures; notes like
    `key: value` and `all_items=False`; remarks in brackets; comments for tools, script metadata, doctests; and
    comments behind code. Migrations and the `conf.py` of documentation are exempt, because their tools write
    such comments.

    Delete the code. If it is meant to come back, write a sentence that says when and why.
    """

    code = "QK622"
    message = "commented-out code (`{code}`); delete it, version control keeps it"
    statements = ("SG23",)
    examples = (
        Bad(
            "def total(order: Order) -> Decimal:\n"
            "    # for line in order.lines:  # finding: QK622\n"
            "    #     line.apply_discount()\n"
            "    return order.total\n"
        ),
        Bad(
            "def connect(host: str) -> Client:\n"
            "    return Client(\n"
            "        host,\n"
            "        # timeout=30,  # finding: QK622\n"
            "    )\n",
            why="An argument that was taken out.",
        ),
        Good(
            "def total(order: Order) -> Decimal:\n"
            "    # discounts are in the lines already (see apply_discount), so for each line\n"
            "    # price * quantity is what the customer pays\n"
            "    return order.total\n",
            why="Prose, also where it names code.",
        ),
        Good(
            "# The handler is found by its name, e.g.\n"
            '# handlers.find("csv")\n'
            'HANDLERS = {"csv": read_csv}\n',
            why="An example for readers.",
        ),
    )

    def visit_Module(self, node: cst.Module) -> None:
        """Look at the blocks of comments, where there is one with a sign of code."""
        source = self.file.source
        if not _CANDIDATE.search(source.text):
            return
        goes_on_at = 0
        for block in comment_blocks(source):
            start = self._code_in(block)
            if start is not None:
                if start > 0 or block.first != goes_on_at:
                    self._report(block.first + start)
                goes_on_at = self._after_blanks(block.first + len(block.lines))

    def _code_in(self, block: Block) -> int | None:
        number = block.first + len(block.lines)
        if is_label(block.lines, "".join(self.file.source.lines[number - 1 : number])):
            return None
        for part in parts(block.lines):
            if not is_explanation(part, self.options.example_words):
                start = code_in(part.lines, block.in_brackets, self._is_called)
                if start is not None:
                    return part.start + start
        return None

    def _is_called(self, name: str) -> bool:
        """Whether code of the file calls the name, which is no class and no builtin."""
        if name[0].isupper() or hasattr(builtins, name):
            return False
        call = rf"^[^#\r\n]*(?<!def )(?<![\w.]){re.escape(name)}\("
        return re.search(call, self.file.source.text, re.MULTILINE) is not None

    def _after_blanks(self, number: int) -> int:
        lines = self.file.source.lines
        while number <= len(lines) and not lines[number - 1].strip():
            number += 1
        return number

    def _report(self, number: int) -> None:
        line = self.file.source.line(number)
        comment = line.lstrip()
        shown = comment.lstrip("# \t")
        if len(shown) > _MOST_SHOWN:
            shown = f"{shown[:_MOST_SHOWN].rstrip()} ..."
        place = Place(number, len(line) - len(comment) + 1, number, len(line) + 1)
        self.report_place(place, self.message.format(code=shown))
