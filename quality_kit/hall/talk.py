"""What is said on standard output and, beside the report, on standard error.

The hooks speak by this too: it brings neither typer nor rich.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import NoReturn, TextIO

from quality_kit.config import ConfigurationError
from quality_kit.exit_codes import BROKEN, INTERRUPTED
from quality_kit.files import UsageError
from quality_kit.reporters import no_command, safe


@contextmanager
def explained_errors() -> Iterator[None]:
    """Turn errors that a user can mend into words and exit code 2, Ctrl-C into exit code 130."""
    try:
        yield
    except ConfigurationError as error:
        _fail(_by_file(error))
    except UsageError as error:
        _fail(str(error).splitlines())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        if type(error).__name__ != "RegistryError":  # named, because its module brings LibCST
            raise
        _fail(str(error).splitlines())


@contextmanager
def explained_mistakes() -> Iterator[None]:
    """Turn Ctrl-C into exit code 130, and a mistake of ours into 2: Python's 1 would mean findings."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:
        import traceback  # only when all has gone wrong

        say(*traceback.format_exc().splitlines())
        say("quality-kit: this is a mistake of quality-kit; nothing can be said of the checked code")
        sys.exit(BROKEN)


def tell(text: str) -> None:
    """Write to standard output.

    A reader that has gone (``head``, a pager) has seen what it wanted and changes nothing.

    Raises:
        UsageError: Standard output is closed, or what stands behind it is full.
    """
    if sys.stdout is None:
        raise UsageError("cannot write to standard output: it is closed")
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as error:
        _abandon(sys.stdout)
        raise UsageError(f"cannot write to standard output: {error.strerror}") from error


def say(*lines: str) -> None:
    """Write lines to standard error, if anybody listens there."""
    if sys.stderr is None or not lines:
        return
    try:
        _write(sys.stderr, "".join(f"{no_command(safe(line))}\n" for line in lines))
    except OSError:
        _abandon(sys.stderr)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _abandon(stream: TextIO) -> None:
    """Keep Python from writing the rest, and complaining, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _by_file(error: ConfigurationError) -> Iterator[str]:
    for file, problems in groupby(error.problems, key=lambda problem: problem.file):
        yield f"{file}: the configuration has mistakes"
        yield from (f"  {problem.key}: {problem.reason}" for problem in problems)


def _fail(lines: Iterable[str]) -> NoReturn:
    first, *rest = lines
    say(f"quality-kit: {first}", *rest)
    sys.exit(BROKEN)
