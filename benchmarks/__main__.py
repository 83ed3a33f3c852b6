"""Prints a table of figures and ratios; every ratio is taken within this run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus, peers, reviewed
from benchmarks.measure import Measured, measure

QUALITY_KIT = [peers.own(), "check"]
RULES_ONLY = [*QUALITY_KIT, "--no-linters", "--exit-zero"]
LINTERS = ("black", "isort", "flake8", "mypy", "vulture", "autoflake")
#: The goals.
LEAST_FLAKE8_RATIO = 2.0
LEAST_FIXIT_RATIO = 15
MOST_PEAK_MIB = 500
MOST_WARM_SECONDS = 0.5
MOST_COLD_SHARE = 0.85
MOST_WARM_SHARE = 0.15
MOST_EDIT_SECONDS_SMALL = 0.4
MOST_EDIT_SECONDS_WHOLE = 0.8
MOST_HOOK_SECONDS_UNCHANGED = 0.1
MOST_HOOK_SECONDS_CHANGED = 0.5
LEAST_FLAKE8_RATIO_OF_ALL = 1.5
MOST_REVIEW_SECONDS_WARM = 2.0
MOST_REVIEW_SECONDS_COLD_BASE = 15.0
#: The files of the hook: bigger than so many percent of all.
HOOK_SIZES = (50, 65, 80)
#: Runs what follows it on one processor.
ON_ONE_PROCESSOR = [
    *(sys.executable, "-c"),
    "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); os.execv(sys.argv[1], sys.argv[1:])",
]
CACHES = (".quality-kit-cache", ".mypy_cache", ".ruff_cache")


class Row(NamedTuple):
    """One figure, and the goal it is held against."""

    what: str
    value: str
    goal: str = ""
    met: bool | None = None


def main() -> None:
    """Measure everything and print as it comes."""
    whole, small = corpus.whole(), corpus.small()
    lines = corpus.count_lines(corpus.files(whole))
    _print(Row("corpus", f"{lines} lines in {len(corpus.files(whole))} files"))
    for part in (cold, warm, all_rules, reviews, edits, hook, linters, agreement):
        for row in part(whole, small, lines):
            _print(row)


def _at_most(what: str, value: float, unit: str, most: float) -> Row:
    return Row(what, f"{value:.2f}{unit}", f"<= {most}{unit}", value <= most)


def _at_least(what: str, value: float, unit: str, least: float) -> Row:
    return Row(what, f"{value:.2f}{unit}", f">= {least}{unit}", value >= least)


def _print(row: Row) -> None:
    verdict = "" if row.met is None else "  met" if row.met else "  MISSED"
    goal = f"  (goal {row.goal})" if row.goal else ""
    sys.stdout.write(f"{row.what:<62} {row.value}{goal}{verdict}\n")
    sys.stdout.flush()


def _without_caches(folder: Path) -> Callable[[], None]:
    def clean() -> None:
        for name in CACHES:
            shutil.rmtree(folder / name, ignore_errors=True)

    return clean


def _rate(lines: int, measured: Measured) -> str:
    return f"{measured.seconds:6.2f} s  {lines / measured.seconds / 1000:6.1f} k lines/s  {measured.peak_mib:4.0f} MiB"


def cold(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """Everything parsed anew, against flake8 with the plugins that find the same, and Fixit."""
    for jobs in (1, 2):
        clean = _without_caches(whole)
        ours = measure([*RULES_ONLY, "--jobs", str(jobs)], whole, clean)
        yield Row(f"cold, rules only, {jobs} process(es)", _rate(lines, ours))
        yield _at_most("  peak memory of the largest process", ours.peak_mib, " MiB", MOST_PEAK_MIB)
        theirs = measure([peers.binary("flake8"), "--isolated", f"-j{jobs}", "."], whole)
        yield Row(f"flake8 with annotations and print, -j{jobs}", _rate(lines, theirs))
        yield _at_least("  times flake8's speed", theirs.seconds / ours.seconds, "", LEAST_FLAKE8_RATIO)
    yield from _against_fixit(small)


def _against_fixit(small: Path) -> Iterator[Row]:
    """Fixit starts a process for each processor and no option says otherwise: so both get one, then both all."""
    few = corpus.count_lines(corpus.files(small))
    ways = {"one processor each": ON_ONE_PROCESSOR, "all processors each": []}
    if not hasattr(os, "sched_setaffinity"):
        del ways["one processor each"]
    for what, prefix in ways.items():
        ours = measure([*prefix, *RULES_ONLY], small, _without_caches(small))
        yield Row(f"cold, rules only, {few} lines, {what}", _rate(few, ours))
        fixit = measure([*prefix, peers.binary("fixit"), "--quiet", "lint", "."], small, rounds=1)
        yield Row(f"Fixit on {few} lines, {what}", _rate(few, fixit))
        yield _at_least("  times Fixit's speed", fixit.seconds / ours.seconds, "", LEAST_FIXIT_RATIO)


def warm(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """Nothing changed since the last run."""
    ours = measure(RULES_ONLY, whole, rounds=5)
    yield Row("unchanged tree, rules only", _rate(lines, ours))
    yield _at_most("  start-up included", ours.seconds, " s", MOST_WARM_SECONDS)
    ruff = [peers.binary("ruff"), "check", "--isolated", "--select", "ANN,T20,PLR2004", "."]
    measure(ruff, whole, rounds=1)
    theirs = measure(ruff, whole, rounds=5)
    yield Row("unchanged tree, ruff ANN,T20,PLR2004", _rate(lines, theirs))
    yield _at_least("  times warm ruff's speed", theirs.seconds / ours.seconds, "", 1.0)


def all_rules(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """Every rule switched on, also those that are off by default."""
    command = [*RULES_ONLY, "--select", "QK"]
    for jobs in (1, 2):
        ours = measure([*command, "--jobs", str(jobs)], whole, _without_caches(whole))
        yield Row(f"all rules, cold, {jobs} process(es)", _rate(lines, ours))
        theirs = measure([peers.binary("flake8"), "--isolated", f"-j{jobs}", "."], whole)
        ratio = theirs.seconds / ours.seconds
        yield _at_least("  times flake8's speed", ratio, "", LEAST_FLAKE8_RATIO_OF_ALL)
    again = measure(command, whole, rounds=5)
    yield _at_most("all rules, unchanged tree", again.seconds, " s", MOST_WARM_SECONDS)


def reviews(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """A change of twenty files in the whole tree, rules only."""
    review = [QUALITY_KIT[0], "review", "HEAD", "--no-linters", "--exit-zero"]
    with tempfile.TemporaryDirectory(prefix="quality-kit-") as folder:
        root = reviewed.repository(Path(folder), corpus.whole())
        everything = measure(review, root, lambda: reviewed.forget_everything(root), rounds=1)
        yield Row(f"review of {reviewed.FILES} files, nothing in the cache", f"{everything.seconds:.2f} s")
        warm = measure(review, root, rounds=5)
        yield _at_most("  cache warm", warm.seconds, " s", MOST_REVIEW_SECONDS_WARM)
        cold_base = measure(review, root, lambda: reviewed.forget_base(root))
        yield _at_most("  base never seen", cold_base.seconds, " s", MOST_REVIEW_SECONDS_COLD_BASE)
        reviewed.forget_everything(root)
        subprocess.run(RULES_ONLY, cwd=root, stdout=subprocess.DEVNULL, check=True)
        after_check = measure(review, root, rounds=1)
        yield Row("  after nothing but a check of the default rules", f"{after_check.seconds:.2f} s")


def edits(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """One file edited in a warm tree, and only that file checked."""
    for folder, most in ((small, MOST_EDIT_SECONDS_SMALL), (whole, MOST_EDIT_SECONDS_WHOLE)):
        subprocess.run(RULES_ONLY, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        path = sorted((folder / "open_webui").rglob("*.py"), key=lambda file: file.stat().st_size)[-20]
        before = path.read_bytes()
        count = 0

        def edit() -> None:
            nonlocal count
            count += 1
            path.write_bytes(before + f"\n\ndef edited_{count}():\n    return {count}\n".encode())

        measured = measure([*RULES_ONLY, str(path)], folder, edit, rounds=5)
        path.write_bytes(before)
        size = corpus.count_lines(corpus.files(folder))
        what = f"one edited file of {corpus.count_lines([path])} lines in a warm tree of {size}"
        yield _at_most(what, measured.seconds, " s", most)


def hook(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """The door for pre-commit in a warm tree; what starting Python alone costs here stands beside it."""
    door = f"{QUALITY_KIT[0]}-pre-commit"
    by_size = sorted((small / "open_webui").rglob("*.py"), key=lambda file: file.stat().st_size)
    paths = [by_size[len(by_size) * share // 100] for share in HOOK_SIZES]
    names = [str(path.relative_to(small)) for path in paths]
    before = {path: path.read_bytes() for path in paths}
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        for path, content in before.items():
            path.write_bytes(content + f"\n\ndef edited_{count}():\n    return {count}\n".encode())

    # A file younger than two seconds is not trusted by its times: the first runs read what was just unpacked.
    measure([door, *names], small, rounds=2)
    bare = measure([str(Path(QUALITY_KIT[0]).parent / "python"), "-c", "pass"], small, rounds=5)
    yield Row("python -c pass", f"{bare.seconds:.2f} s")
    unchanged = measure([door, names[0]], small, rounds=5)
    yield _at_most("hook, one unchanged file", unchanged.seconds, " s", MOST_HOOK_SECONDS_UNCHANGED)
    changed = measure([door, *names], small, edit, rounds=5)
    for path, content in before.items():
        path.write_bytes(content)
    yield _at_most("hook, three changed files", changed.seconds, " s", MOST_HOOK_SECONDS_CHANGED)


def linters(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """Rules and six linters on the small tree against the linters one after another."""
    python = str(Path(QUALITY_KIT[0]).parent / "python")
    # Named one by one: black and isort would pass over a folder that git ignores.
    files = [str(path.relative_to(small)) for path in corpus.files(small)]
    calls = {
        "black": [python, "-m", "black", "--check", "--diff", "-q", *files],
        "isort": [python, "-m", "isort", "--check-only", "--diff", *files],
        "flake8": [python, "-m", "flake8", *files],
        "mypy": [python, "-m", "mypy", "--ignore-missing-imports", *files],
        "vulture": [python, "-m", "vulture", "--min-confidence", "90", *files],
        "autoflake": [python, "-m", "autoflake", "--check-diff", *files],
    }
    together = 0.0
    for name in LINTERS:
        measured = _any_exit(calls[name], small)
        together += measured.seconds
        yield Row(f"{name} alone", f"{measured.seconds:.2f} s")
    everything = [*QUALITY_KIT, "--exit-zero"]
    first = measure(everything, small, _without_caches(small))
    yield Row("rules and six linters, cold", f"{first.seconds:.2f} s of {together:.2f} s one after another")
    yield _at_most("  share", first.seconds / together, "", MOST_COLD_SHARE)
    again = measure(everything, small)
    yield Row("rules and six linters, unchanged", f"{again.seconds:.2f} s")
    yield _at_most("  share", again.seconds / together, "", MOST_WARM_SHARE)


def _any_exit(command: list[str], folder: Path) -> Measured:
    shell = ["sh", "-c", '"$@" || exit 0', "sh", *command]
    return measure(shell, folder, _without_caches(folder))


def agreement(whole: Path, small: Path, lines: int) -> Iterator[Row]:
    """Cached and uncached, one process and two: the findings are the same."""
    command = [*RULES_ONLY, "--output-format", "json"]
    runs = {
        "uncached, 1 process": [*command, "--no-cache", "--jobs", "1"],
        "uncached, 2 processes": [*command, "--no-cache", "--jobs", "2"],
        "cached": command,
    }
    found = {}
    for name, run in runs.items():
        report = json.loads(subprocess.run(run, cwd=whole, stdout=subprocess.PIPE, check=True).stdout)
        found[name] = json.dumps(report["findings"])
    same = len(set(found.values())) == 1
    yield Row(
        "findings of uncached, cached, 1 and 2 process runs", "equal" if same else "DIFFER", "equal", same
    )


if __name__ == "__main__":
    main()
