"""Child processes, which this interpreter does not start."""

PIPE = -1
STDOUT = -2
DEVNULL = -3

__all__ = ("create_subprocess_exec", "create_subprocess_shell")


def _refuse():
    raise NotImplementedError("child processes cannot be started here")


async def create_subprocess_exec(program, *args, **kwargs):
    """Start a program: not supported."""
    _refuse()


async def create_subprocess_shell(cmd, **kwargs):
    """Run a shell command: not supported."""
    _refuse()
