"""A team's rule package for the tests: one rule for a file, one for the project."""

from __future__ import annotations

FORBIDDEN_CALL = "TEAM001"
TWICE_DEFINED = "TEAM002"

_FORBIDDEN_CALL = '''"""TEAM001 forbidden-call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import libcst as cst

from quality_kit.rule import Bad, FileRule, Good, RuleOptions


@dataclass(frozen=True)
class Options(RuleOptions):
    names: Annotated[tuple[str, ...], "what must not be called"] = ("eval",)
    reason: Annotated[str, "what the message says"] = "is forbidden"


class ForbiddenCall(FileRule[Options]):
    """A call of a function that the team does not want.

    The team has its reasons.
    """

    code = "TEAM001"
    message = "forbidden; do without"
    default = True
    examples = (Bad("eval(text)  # finding: TEAM001\\n"), Good("parse(text)\\n"))

    def visit_Call(self, node: cst.Call) -> None:
        if isinstance(node.func, cst.Name) and node.func.value in self.options.names:
            self.report(node, f"{node.func.value} {self.options.reason}")
'''

_TWICE_DEFINED = '''"""TEAM002 twice-defined."""

from __future__ import annotations

import libcst as cst

from quality_kit.rule import Bad, Collector, Good, ProjectRule, RuleOptions


class Classes(Collector):
    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.fact(node.name.value, node)


class TwiceDefined(ProjectRule[RuleOptions]):
    """A class whose name another module of the project has taken already."""

    code = "TEAM002"
    message = "defined before; choose another name"
    collectors = (Classes,)
    examples = (Bad("class A: ...\\nclass A: ...  # finding: TEAM002\\n"), Good("class A: ...\\n"))

    def conclude(self) -> None:
        seen = set()
        for path, facts in self.project.facts(Classes).items():
            for fact in facts:
                if fact.data in seen and self.project.applies_to(path):
                    self.report(path, fact.place)
                seen.add(fact.data)
        self.count("classes seen", len(seen))
'''

#: The package alone.
RULES = {
    "quality/rules/__init__.py": "",
    "quality/rules/words/__init__.py": "",
    "quality/rules/words/forbidden_call.py": _FORBIDDEN_CALL,
    "quality/rules/words/twice_defined.py": _TWICE_DEFINED,
}

#: The package and the configuration that names it.
PACK = {**RULES, "pyproject.toml": '[tool.quality-kit]\npacks = ["quality/rules"]\nexclude = ["quality/"]\n'}
