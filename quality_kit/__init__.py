"""quality-kit: the style guides of Python backend teams as checks.

Custom LibCST rules beside the standard linters, one list of findings, one gate.
"""

__version__ = "0.1.0"
