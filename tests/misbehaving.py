"""A rule package that does, in the file named ``bad.py``, what a rule must not do."""

from __future__ import annotations

from collections.abc import Mapping

CONFIGURATION = '[tool.quality-kit]\npacks = ["pack"]\nexclude = ["pack/"]\n'

_FILE_RULE = '''
import os, signal, sys, time
import libcst as cst
from quality_kit.rule import Bad, FileRule, Good, RuleOptions


class Misbehaves(FileRule[RuleOptions]):
    """Misbehaves."""

    code = "TEAM001"
    message = "seen"
    default = True
    examples = (Good("x = 1\\n"), Bad("f()  # finding: TEAM001\\n"))

    def visit_Module(self, node: cst.Module) -> None:
        if self.file.path.endswith("bad.py"):
            {action}

    def visit_Call(self, node: cst.Call) -> None:
        self.report(node)
'''

_PROJECT_RULE = '''
import libcst as cst
from quality_kit.rule import Bad, Collector, Good, ProjectRule, RuleOptions


class Calls(Collector):
    def visit_Module(self, node: cst.Module) -> None:
        if self.file.path.endswith("bad.py"):
            {collecting}

    def visit_Call(self, node: cst.Call) -> None:
        self.fact(1, node)


class MisbehavesLater(ProjectRule[RuleOptions]):
    """Misbehaves later."""

    code = "TEAM002"
    message = "seen later"
    default = True
    collectors = (Calls,)
    examples = (Good("x = 1\\n"), Bad("f()  # finding: TEAM002\\n"))

    def conclude(self) -> None:
        {concluding}
        for path, facts in self.project.facts(Calls).items():
            for fact in facts:
                self.report(path, fact.place)
'''


def pack(action: str = "pass", collecting: str = "pass", concluding: str = "pass") -> Mapping[str, str]:
    """The package and the configuration that names it; each part is one statement."""
    return {
        "pyproject.toml": CONFIGURATION,
        "pack/__init__.py": "",
        "pack/misbehaves.py": _FILE_RULE.replace("{action}", action),
        "pack/misbehaves_later.py": _PROJECT_RULE.replace("{collecting}", collecting).replace(
            "{concluding}", concluding
        ),
    }
