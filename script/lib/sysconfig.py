"""How this Python was built, as far as that has a meaning here."""

import os
import sys

_vars = None


def _make():
    version = "%d.%d" % sys.version_info[:2]
    folders = {name: getattr(sys, name, "") for name in ("prefix", "exec_prefix", "base_prefix", "base_exec_prefix")}
    return {
        "prefix": folders["prefix"],
        "exec_prefix": folders["exec_prefix"],
        "installed_base": folders["base_prefix"],
        "installed_platbase": folders["base_exec_prefix"],
        "base": folders["prefix"],
        "platbase": folders["exec_prefix"],
        "platlibdir": getattr(sys, "platlibdir", "lib"),
        "abiflags": getattr(sys, "abiflags", ""),
        "py_version": sys.version.split()[0],
        "py_version_short": version,
        "py_version_nodot": version.replace(".", ""),
        "EXT_SUFFIX": None,
        "Py_DEBUG": 0,
        "Py_GIL_DISABLED": 0,
        # There are no test modules in C.
        "TEST_MODULES": "no",
        "WITH_DOC_STRINGS": 0,
        "HAVE_FORK": 0,
    }


def get_config_vars(*names):
    """All variables, or the values of some."""
    global _vars
    if _vars is None:
        _vars = _make()
    return [_vars.get(name) for name in names] if names else _vars


def get_config_var(name):
    """One variable, or None."""
    return get_config_vars().get(name)


def get_python_version():
    return get_config_var("py_version_short")


def get_platform():
    """The system and the machine, such as linux-x86_64."""
    if os.name == "nt":
        return "win-amd64" if sys.maxsize > 2**32 else sys.platform
    system, _, release, _, machine = os.uname()
    system = system.lower().replace("/", "")
    machine = machine.replace(" ", "_").replace("/", "-")
    if system == "linux":
        return f"{system}-{machine}"
    return f"{system}-{release}-{machine}"


def is_python_build(check_home=None):
    """Whether this runs from a source tree, which it never does."""
    return False


def get_default_scheme():
    return "nt" if os.name == "nt" else "posix_prefix"


def get_scheme_names():
    return ("nt", "posix_prefix")


def get_path_names():
    return ("stdlib", "platstdlib", "purelib", "platlib", "include", "platinclude", "scripts", "data")


def get_paths(scheme=None, vars=None, expand=True):
    """The folders of an installation."""
    scheme = get_default_scheme() if scheme is None else scheme
    if scheme not in get_scheme_names():
        raise KeyError(scheme)
    base = (vars or {}).get("base", get_config_var("base"))
    if scheme == "nt":
        library, include, scripts = "Lib", "Include", "Scripts"
        site = os.path.join(base, library, "site-packages")
    else:
        name = "python" + get_python_version()
        library, include, scripts = os.path.join("lib", name), os.path.join("include", name), "bin"
        site = os.path.join(base, library, "site-packages")
    library, include = os.path.join(base, library), os.path.join(base, include)
    return {"stdlib": library, "platstdlib": library, "purelib": site, "platlib": site, "include": include,
            "platinclude": include, "scripts": os.path.join(base, scripts), "data": base}


def get_path(name, scheme=None, vars=None, expand=True):
    """One of the folders."""
    return get_paths(scheme, vars, expand)[name]
