"""Record what programs print under each CPython that can run them.

usage: record.py FOLDER...

Every program of a folder but lib.py is run by python3.8 ... python3.13 as far as
they are found; NAME.out.json holds what each printed. A version in which the
program does not compile is left out. Places in CPython's library and addresses
are replaced.
"""
import json
import os
import re
import shutil
import subprocess
import sys

VERSIONS = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"]


def plain(text, folder):
    text = re.sub(r'[^\s"\'<(]*/lib/python3\.\d+/', "<lib>/", text)
    text = text.replace(os.path.abspath(folder) + "/", "")
    text = re.sub(r"0x[0-9a-f]{5,}", "0x<addr>", text)
    text = re.sub(r"(<lib>/[\w/]+\.py:)\d+", r"\1N", text)
    return re.sub(r'(File "<lib>[^"]*", line )\d+', r"\1N", text)


def outcome(version, folder, name):
    exe = shutil.which("python" + version)
    if exe is None:
        return None
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env.update(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run([exe, "-W", "ignore", name], cwd=folder, env=env, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = plain(done.stdout.decode(), folder)
    if done.returncode and "SyntaxError" in text:
        return None
    if done.returncode:
        text += f"<exit status {done.returncode}>\n"
    return text


for folder in sys.argv[1:]:
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py") or name == "lib.py":
            continue
        outputs = {v: outcome(v, folder, name) for v in VERSIONS}
        outputs = {v: text for v, text in outputs.items() if text is not None}
        with open(os.path.join(folder, name[:-3] + ".out.json"), "w") as f:
            json.dump(outputs, f, indent=1)
            f.write("\n")
        print(name, "distinct outputs:", len(set(outputs.values())))
