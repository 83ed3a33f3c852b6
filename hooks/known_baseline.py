"""Whether the project of a check has a baseline, by the arguments of that check."""

from __future__ import annotations

from collections.abc import Sequence

from quality_kit.hall.talk import explained_errors
from quality_kit.prepare import Wishes, find_baseline

#: The options of ``check`` after which a value stands: any other word without a dash is a path.
VALUED = frozenset(
    (
        *("--select", "--extend-select", "--ignore", "--linters", "--fail-on", "--jobs", "--new-since"),
        *("--output-format", "--output-file", "--cache-dir", "--config", "--baseline", "--stdin-filename"),
    )
)


def has_baseline(given: Sequence[str]) -> bool:
    """Whether the project that a check with these arguments is about has one, where its configuration says.

    What a user can mend is told and ends the process with 2, as the check would.
    """
    with explained_errors():
        _, file = find_baseline(_wishes(given))
        try:
            return file.is_file()
        except OSError:  # no name for a file; the run tells it better
            return False


def _wishes(given: Sequence[str]) -> Wishes:
    """As much of the arguments as says where the project and its configuration are."""
    values: dict[str, str] = {}
    paths: list[str] = []
    words = iter(given)
    for word in words:
        name, equals, value = word.partition("=")
        if name in VALUED:
            values[name] = value if equals else next(words, "")
        elif not word.startswith("-"):
            paths.append(word)
    return Wishes(
        paths=tuple(paths),
        config_file=values.get("--config"),
        use_cache="--no-cache" not in given,
        cache_dir=values.get("--cache-dir"),
    )
