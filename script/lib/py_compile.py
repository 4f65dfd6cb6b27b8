"""Checks the text of programs. There are no bytecode files here to write."""

import enum
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A text that is no program."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        text = "".join(traceback.format_exception_only(exc_type, exc_value))
        if exc_type is SyntaxError:
            text = text.replace('File "<string>"', f'File "{file}"')
        message = msg or text
        super().__init__(message, exc_type.__name__, exc_value, file)
        self.exc_type_name = exc_type.__name__
        self.exc_value = exc_value
        self.file = file
        self.msg = message

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Check a file; gives None, as nothing is written."""
    import builtins

    with open(file, "rb") as f:
        text = f.read()
    try:
        builtins.compile(text, dfile or file, "exec")
    except Exception as e:
        error = PyCompileError(e.__class__, e, dfile or file)
        if quiet < 2:
            if doraise:
                raise error
            sys.stderr.write(error.msg + "\n")


def main():
    """Check the files of the command line."""
    failed = 0
    for file in sys.argv[1:]:
        try:
            compile(file, doraise=True)
        except (PyCompileError, OSError) as e:
            failed = 1
            sys.stderr.write(f"{e}\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
