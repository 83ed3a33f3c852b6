"""From a repository as it is to one that uses quality-kit: a plan of whole texts, written by somebody else.

Every step is a function from the text of a file to its new text, and none changes what it has done before.
"""

from quality_kit.setup_project.plan import Change, Plan, make_plan

__all__ = ["Change", "Plan", "make_plan"]
