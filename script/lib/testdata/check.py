"""Records what a check program prints with the standard modules.

    python3.13 -I check.py MODULE > recorded/MODULE.txt

runs checks/MODULE.py; record.sh does all of them.
"""

import linecache
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

module = sys.argv[1]
with open(os.path.join(HERE, "checks", module + ".py"), encoding="utf-8") as f:
    text = f.read()
# Tracebacks show the check's own lines, wherever it is run.
linecache.cache[module + ".py"] = (len(text), None, text.splitlines(True), module + ".py")
sys.argv = [module]
exec(compile(text, module + ".py", "exec"), globals())
