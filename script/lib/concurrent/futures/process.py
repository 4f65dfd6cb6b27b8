"""An executor that would run jobs in processes, of which there is but one."""

from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """A process has ended all at once."""


class ProcessPoolExecutor(_base.Executor):
    """Not available: it says so when it is made."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None,
                 initargs=(), *, max_tasks_per_child=None):
        raise NotImplementedError(
            "ProcessPoolExecutor needs other processes, which this interpreter "
            "does not start; use ThreadPoolExecutor")
