"""Finds the CPython interpreters that the recorders run."""
import glob
import os
import shutil
import subprocess
import sys

VERSIONS = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13")


def version_of(program):
    """The minor version a program says it is, or None if it does not run."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([program, "-c", ask], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode().strip() if done.returncode == 0 else None


def candidates(version):
    on_path = shutil.which("python" + version)
    if on_path:
        yield on_path
    root = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    yield from sorted(glob.glob(os.path.join(root, "versions", version + ".*", "bin", "python3")))


def find():
    """A dict from version to program; stops the recorder if one is missing."""
    found = {}
    for version in VERSIONS:
        for program in candidates(version):
            if version_of(program) == version:
                found[version] = program
                break
        else:
            sys.exit("no working python%s found" % version)
    return found


def environment():
    """The environment for the children: nothing that changes how asyncio behaves."""
    dropped = ("PYTHONASYNCIODEBUG", "PYTHONDEVMODE", "PYTHONHASHSEED", "PYTHONWARNINGS", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    kept["PYTHONDONTWRITEBYTECODE"] = "1"
    return kept
