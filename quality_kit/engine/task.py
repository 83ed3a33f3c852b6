"""What is done with each file; plain data, because it is sent to other processes."""

from __future__ import annotations

from typing import NamedTuple

from quality_kit.config import Config
from quality_kit.request import Wanted


class Task(NamedTuple):
    """Apply the rules of the configuration, and collect facts for project rules."""

    config: Config
    #: Those of the rules that are on for some path (``RuleInfo.module``).
    modules: frozenset[str]
    #: The keys of the collectors to run.
    collectors: frozenset[str]
    #: What else is read from some of the files.
    wanted: Wanted | None = None
