"""`make mutants`: puts faults into the project, one at a time, and tells which no test notices.

Exit codes: 0 no more survive than may, 1 more do, 2 nothing can be said.
"""

import argparse
import platform
import signal
import sys
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from mutants import report
from mutants.areas import AREAS, area_of, candidates, sample
from mutants.faults import Fault
from mutants.runner import CannotRunError, Kept, commit, digest, project_files, run

ROOT = Path(__file__).parents[2]
COUNT = 306
SEED = 8


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    told, _, codes = (__doc__ or "").partition("\n\n")
    codes += "Copies stand in TMPDIR; a folder in memory makes tests that wait for disks quicker."
    made = argparse.ArgumentParser("mutants", description=told, epilog=codes)
    made.add_argument("--count", type=int, default=COUNT, help="faults to try (%(default)s)")
    made.add_argument("--seed", type=int, default=SEED, help="another sample (%(default)s)")
    names = [area.name for area in AREAS]
    made.add_argument(
        "--area", action="append", choices=names, metavar="AREA", help=", ".join(names)
    )
    made.add_argument(
        "--only",
        action="append",
        metavar="GLOB",
        help="faults of these files alone, as generator/spec/*.py",
    )
    made.add_argument(
        "--workers", type=int, choices=(1, 2), default=1, help="at the same time (%(default)s)"
    )
    made.add_argument("--slow", action="store_true", help="survivors meet the slow tests, too")
    made.add_argument(
        "--nearest", action="store_true", help="a first look: faults meet the nearest tests alone"
    )
    made.add_argument("--list", action="store_true", help="show the sample, try nothing")
    made.add_argument("--output", type=Path, metavar="FILE", help="keep what is told at the end")
    made.add_argument(
        "--results",
        type=Path,
        default=ROOT / ".cache" / "mutants.jsonl",
        metavar="FILE",
        help="results so far; an interrupted run goes on there",
    )
    return made


def chosen(root: Path, files: Sequence[str], given: argparse.Namespace) -> list[Fault]:
    """The sample that was asked for."""
    ours = [file for file in files if area_of(file)]
    for pattern in given.only or ():
        if not any(fnmatchcase(file, pattern) for file in ours):
            raise CannotRunError(f"{pattern}: no file that faults are put into")
    wanted = [f for f in ours if not given.only or any(fnmatchcase(f, p) for p in given.only)]
    if given.area:
        wanted = [f for f in wanted if (area := area_of(f)) and area.name in given.area]
    return sample(candidates(root, wanted), given.count, given.seed)


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    given = parser().parse_args(arguments)
    try:
        return _run(root, given)
    except CannotRunError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; the same command goes on", file=sys.stderr)
        return 2


def _run(root: Path, given: argparse.Namespace) -> int:
    files = project_files(root)
    faults = chosen(root, files, given)
    if given.list:
        for fault in faults:
            print(f"{fault.place} {fault.kind}: {fault.before} → {fault.after}")
        return 0
    known = report.equivalents()
    unchanged = [fault for fault in faults if report.is_equivalent(fault, known)]
    counted = [fault for fault in faults if fault not in unchanged]
    head = {"commit": commit(root), "tree": digest(root, files), "seed": given.seed}
    head |= {"python": platform.python_version(), "slow": given.slow}
    kept = Kept(given.results, head)
    run(root, counted, kept, _say, workers=given.workers, slow=given.slow, nearest=given.nearest)
    results = [kept.results[fault.name] for fault in counted]
    told = f"commit {head['commit']} · seed {given.seed} · {len(results)} faults"
    minutes = sum(result.seconds for result in results) / 60
    told += f" · CPython {head['python']} · {minutes:.0f} minutes of one worker"
    told += " · golden bytes and frozen output not counted"
    told += " · the nearest tests alone" if given.nearest else ""
    text = report.document(results, unchanged, told)
    print(text, end="")
    if given.output:
        given.output.write_text(text, "utf-8")
    broken = list(report.broken_floors(results))
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


def _say(line: str) -> None:
    print(line, flush=True)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)  # also where the caller ignores them
    sys.exit(main())
