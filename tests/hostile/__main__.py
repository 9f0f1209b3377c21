"""`python -m tests.hostile mutations [--only NAME]`, `… files`, `… forms`: the long runs, recorded in tests/results."""

import argparse
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from pbeditor.work.opening import open_any
from tests.hostile.child import DiedError, in_child
from tests.hostile.damaged import DATA, Toll, counted, files, toll
from tests.hostile.odd_forms import IDS, odd_form, work_in
from tests.hostile.spoilt import spoilt
from tests.hostile.trial import FAULT, Outcome, tried

RESULTS = Path(__file__).resolve().parents[1] / "results"
_MUTATIONS = """# Damaged files

`python -m tests.hostile mutations` damages each file of tests/data with random bytes, truncations and swapped parts,
seeded, and opens each mutant as the program does, in a process that may take 300 MB more than it starts with. A
traceback, a crash, more than 10 s or an error that is no single sentence is a fault. Peak is the whole process.

| file | mutants | answers | errors | slowest s | peak MB | faults |
|---|---:|---:|---:|---:|---:|---:|
"""
_FILES = """# Spoilt project files

`python -m tests.hostile files` opens each of these from disk in a process that may take 300 MB more than it starts
with; the seconds are those of the opening, the peak is the whole process.

| file | MB | seconds | peak MB | what the program says |
|---|---:|---:|---:|---|
"""
_FORMS = """# Forms with odd values

`python -m tests.hostile forms --mutants {mutants} --seed {seed}` makes one to four values of our forms odd, as people
write them by hand: numbers, texts, lists and braces, still of the right kind. A form is refused in one sentence, or a
document is put into it, checked, set in pages, exported to Word and Excel and read back, in a process that may
take 300 MB more than it starts with. A traceback, a crash, more than 10 s or an error that is no single sentence is a
fault. Peak is the whole process.

| form | odd ones | worked in | refused | slowest s | peak MB | faults |
|---|---:|---:|---:|---:|---:|---:|
"""


def mutations(mutants: int, only: str, seed: int) -> bool:
    """Record the mutants of every file whose name holds `only`; whether none did harm."""
    record, well = RESULTS / "mutations.md", True
    before = record.read_text("utf-8").splitlines() if record.exists() else []
    rows = {row.split(" | ")[0]: row for row in before if row.startswith("| ")}
    for path in files():
        if only in path.name:
            one = toll(path, mutants, seed)
            rows[f"| {one.file}"] = _row(one)
            print(rows[f"| {one.file}"], *one.faults[:5], sep="\n", flush=True)
            well = well and not one.faults
    known = (f"| {path.relative_to(DATA)}" for path in files())
    _record("mutations.md", _MUTATIONS, [rows[key] for key in known if key in rows])
    return well


def odd_forms(mutants: int, seed: int) -> bool:
    """Record what becomes of odd forms; whether none did harm."""
    tolls = [counted(form, range(seed, seed + mutants), partial(_worked_in, form)) for form in IDS]
    for one in tolls:
        print(_row(one), *one.faults[:5], sep="\n", flush=True)
    _record("forms.md", _FORMS.format(mutants=mutants, seed=seed), map(_row, tolls))
    return not any(one.faults for one in tolls)


def _worked_in(form: str, seed: int) -> Outcome:
    return tried(lambda: work_in(odd_form(form, seed)))


def _row(one: Toll) -> str:
    counts = f"| {one.file} | {one.mutants:,} | {one.answers:,} | {one.errors:,} "
    return f"{counts}| {one.slowest:.2f} | {one.peak:.0f} | {len(one.faults)} |"


def spoilt_files() -> bool:
    """Record every spoilt project file; whether each was a sentence within limits."""
    lines, well = [], True
    with TemporaryDirectory() as folder:
        path = Path(folder) / "甲.pbproj"
        for name, make in spoilt().items():
            path.write_bytes(make())
            size = path.stat().st_size / (1 << 20)
            try:
                outcome, peak = in_child(lambda: tried(lambda: open_any(path)), 60)
            except DiedError as error:
                lines.append(f"| {name} | {size:.1f} | | | **{error}** |")
                well = False
            else:
                words = outcome.words.strip().splitlines()[-1] if outcome.words else "（打开了）"
                words = words.replace(folder + "/", "").replace("|", "\\|")
                lines.append(f"| {name} | {size:.1f} | {outcome.seconds:.2f} | {peak:.0f} | {words} |")
                well = well and outcome.kind != FAULT
            print(lines[-1], flush=True)
    _record("files.md", _FILES, lines)
    return well


def _record(name: str, head: str, lines: Iterable[str]) -> None:
    RESULTS.mkdir(exist_ok=True)
    text = head + "".join(f"{line}\n" for line in lines)
    (RESULTS / name).write_text(text.replace(str(Path.home()), "~"), "utf-8")  # no record names a machine's folders


def main() -> int:
    """Run what is asked for, and say whether all went well."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("what", choices=("mutations", "files", "forms"))
    parser.add_argument("--mutants", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first mutant or form; the others count up")
    parser.add_argument("--only", default="", help="a part of the names of the files to damage")
    wish = parser.parse_args()
    began = perf_counter()
    if wish.what == "files":
        well = spoilt_files()
    elif wish.what == "forms":
        well = odd_forms(wish.mutants, wish.seed)
    else:
        well = mutations(wish.mutants, wish.only, wish.seed)
    print(f"{perf_counter() - began:.0f} s")
    return int(not well)


if __name__ == "__main__":
    raise SystemExit(main())
