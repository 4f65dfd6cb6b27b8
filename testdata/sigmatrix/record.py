"""Records every cell of program.py into recorded.json beside this file.

The record is {cell: {"default" or "handled": {version: run}}}; a run has

* lines: what was printed until asyncio.run was left. Behind "cancel all tasks",
  neighbouring lines that end in CancelledError are sorted, because tasks are
  cancelled in the arbitrary order of a set;
* outcome: "returned 7", or the exception and those it was raised in the course
  of, by class name;
* collected: what coroutines printed when they were collected afterwards;
* logged: first lines of what the asyncio logger was given, sorted;
* status: exit status, negative for the signal that ended the process.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cpython"))
sys.dont_write_bytecode = True

import interpreters  # noqa: E402

PROGRAM = os.path.join(HERE, "program.py")


def call(python, *arguments):
    done = subprocess.run([python, PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=interpreters.environment(), timeout=60)
    return done.stdout.decode().splitlines(), done.returncode


def tidy(lines):
    if "cancel all tasks" not in lines:
        return lines
    start = lines.index("cancel all tasks")
    tidied, group = lines[:start], []
    for line in lines[start:]:
        if line.endswith(" CancelledError"):
            group.append(line)
            continue
        tidied += sorted(group) + [line]
        group = []
    return tidied + sorted(group)


def play(python, *arguments):
    printed, status = call(python, *arguments)
    run = {"lines": [], "outcome": None, "collected": [], "logged": [], "status": status}
    for line in printed:
        kind, _, rest = line.partition(": ")
        if kind == "outcome":
            run["outcome"] = rest
        elif kind == "logged":
            run["logged"].append(rest)
        else:
            run["lines" if run["outcome"] is None else "collected"].append(line)
    run["lines"] = tidy(run["lines"])
    if run["outcome"] is None:
        sys.exit("%s %s has no outcome" % (python, arguments))
    return run


def main():
    pythons = interpreters.find()
    cells, _ = call(next(iter(pythons.values())))
    record = {}
    for cell in cells:
        record[cell] = {"default": {version: play(python, cell) for version, python in pythons.items()},
                        "handled": {version: play(python, cell, "handled") for version, python in pythons.items()}}
    print("%d cells, %d runs" % (len(cells), 2 * len(cells) * len(pythons)))
    with open(os.path.join(HERE, "recorded.json"), "w", encoding="utf-8") as out:
        json.dump(record, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
