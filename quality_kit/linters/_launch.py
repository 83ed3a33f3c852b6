"""Runs a tool in the interpreter that has it: ``python _launch.py TOOL FILE_OF_ARGUMENTS``.

It does what ``python -m TOOL ARGUMENTS`` does, and mends three things. The folder of the checked
code never comes first on the import path, so that a ``black.py`` of the project is not taken for
the tool (``-P`` and PYTHONSAFEPATH are unknown to Python 3.10). The arguments come from a file,
separated by NUL, so that a tree of any size fits into one start. A tool that crashes has an exit
code of its own: Python's would be 1, which linters use to say "I found something".

Runs in other interpreters: it uses the standard library and the syntax of old Pythons only.
"""

import os
import sys

#: The exit code of a tool that raised: beyond all codes that the linters give themselves.
CRASHED = 70


def _lower_project_folders() -> None:
    """Leave out this script's folder (it has a ``black.py``, too); PYTHONPATH ranks after installed code."""
    here = os.path.dirname(os.path.abspath(__file__))
    lowered = [os.path.abspath(folder) for folder in os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder) != here]
    sys.path.sort(key=lambda folder: os.path.abspath(folder) in lowered)


def main() -> None:
    """Run the tool; it ends the process with its exit code."""
    _lower_project_folders()
    import runpy
    import traceback

    tool, arguments = sys.argv[1:]
    with open(arguments, encoding="utf-8", newline="") as file:
        sys.argv[1:] = file.read().split("\0")
    # Proves that a Python is at work, and not a program that says nothing.
    open(f"{arguments}.taken", "w").close()
    try:
        runpy.run_module(tool, run_name="__main__", alter_sys=True)
    except Exception:
        traceback.print_exc()
        sys.exit(CRASHED)


if __name__ == "__main__":
    main()
