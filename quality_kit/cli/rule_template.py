"""The text of a new rule file."""

from __future__ import annotations

_TEMPLATE = '''"""{code} {name}."""

from __future__ import annotations

import libcst as cst
{gap}from quality_kit.rule import Bad, FileRule, Good, RuleOptions


class {class_name}(FileRule[RuleOptions]):
    """One sentence: what it finds.

    What is wrong with it and why, what the rule leaves alone, and the way out.
    """

    code = "{code}"
    message = "{words}; the way out"
    default = False
    statements = ()
    examples = (
        Bad("eval(text)  # finding: {code}\\n", why="replace this example"),
        Good("parse(text)\\n"),
    )

    def visit_Call(self, node: cst.Call) -> None:
        if self.file.names.qualified(node.func) == "builtins.eval":
            self.report(node)
'''


def rule_file(code: str, name: str, ours: bool) -> str:
    """A rule that works, with an example to be replaced.

    Args:
        code: Of the rule.
        name: Of the rule, with dashes.
        ours: Whether it is for our own package: then isort sets its imports apart from those of libraries.
    """
    words = name.split("-")
    return _TEMPLATE.format(
        code=code,
        name=name,
        words=" ".join(words),
        class_name="".join(word.capitalize() for word in words),
        gap="\n" if ours else "",
    )
