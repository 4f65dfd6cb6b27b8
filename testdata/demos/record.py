"""Records the examples into recorded.json beside this file.

The record is {example: {version: {script: {"lines": [...], "status": n}}}}.
A script names the signals and the seconds at which they come. A negative status
is the signal that ended the program. Lines are standard output, with the
process id replaced by n; neighbouring "Canceled!" lines are sorted, because
tasks are cancelled in the arbitrary order of a set.
"""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cpython"))
sys.dont_write_bytecode = True

import interpreters  # noqa: E402

EXAMPLES = os.path.join(HERE, os.pardir, os.pardir, "examples")
NAMES = ("shield", "default", "aiorun_shield", "shielded_await", "timers", "threadsafe", "executor")
SCRIPTS = ("", "2:SIGINT", "2:SIGTERM", "2:SIGINT 4:SIGINT")


def tidy(text):
    lines, run = [], []
    for line in text.splitlines():
        if re.fullmatch(r"\[\d+\] Canceled!", line):
            run.append(line)
            continue
        lines += sorted(run) + [re.sub(r"^PID: \d+$", "PID: n", line)]
        run = []
    return lines + sorted(run)


def play(python, name, script):
    command = [python, "-u", os.path.join(HERE, "drive.py"), os.path.join(EXAMPLES, name + ".py")]
    done = subprocess.run(command + script.split(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=dict(interpreters.environment(), PYTHONPATH=os.environ["AIORUN"]), timeout=60)
    return {"lines": tidy(done.stdout.decode()), "status": done.returncode}


def main():
    pythons = interpreters.find()
    record = {}
    for name in sorted(NAMES):
        record[name] = {version: {script or "none": play(python, name, script) for script in SCRIPTS}
                        for version, python in pythons.items()}
        print("%s: %d runs" % (name, len(pythons) * len(SCRIPTS)))
    with open(os.path.join(HERE, "recorded.json"), "w", encoding="utf-8") as out:
        json.dump(record, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
