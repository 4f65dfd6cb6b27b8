"""What importlib asks of the interpreter."""

import sys

check_hash_based_pycs = "default"


def extension_suffixes():
    return []


def is_builtin(name):
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def lock_held():
    return False


def _override_frozen_modules_for_tests(override):
    """No module is frozen, so there is nothing to choose."""


def _override_multi_interp_extensions_check(override):
    """There are no extensions to check; gives what was chosen before."""
    global _check
    before, _check = _check, override
    return before


_check = 0
