"""Records the scenarios under every CPython into recorded.json beside this file."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, os.pardir, "cpython"))
sys.dont_write_bytecode = True

import interpreters  # noqa: E402


def main():
    record = {}
    for version, program in interpreters.find().items():
        done = subprocess.run([program, os.path.join(HERE, "scenarios.py")], stdout=subprocess.PIPE,
                              env=interpreters.environment(), check=True)
        played = json.loads(done.stdout.decode())
        print("python%s: %d scenarios" % (version, len(played)))
        for name, lines in played.items():
            record.setdefault(name, {})[version] = lines
    ordered = {name: record[name] for name in sorted(record)}
    with open(os.path.join(HERE, "recorded.json"), "w", encoding="utf-8") as out:
        json.dump(ordered, out, indent=1, ensure_ascii=False)
        out.write("\n")


if __name__ == "__main__":
    main()
