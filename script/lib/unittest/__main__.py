"""python -m unittest."""

import sys

from .main import main

__unittest = True

if sys.argv[0].endswith("__main__.py"):
    import os.path

    # The help shows how this was started.
    sys.argv[0] = os.path.basename(sys.executable or "python") + " -m unittest"

main(module=None)
