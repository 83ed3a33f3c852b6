"""A parsed file as rules see it: nodes by class, parents, names, places."""

from quality_kit.tree.names import Binding, Names, dotted, import_origin, last_name
from quality_kit.tree.parsed import ParsedFile, UnparsableError, once_per_file, parse
from quality_kit.tree.walk import Tree, subtree

__all__ = [
    "Binding",
    "Names",
    "ParsedFile",
    "Tree",
    "UnparsableError",
    "dotted",
    "import_origin",
    "last_name",
    "once_per_file",
    "parse",
    "subtree",
]
