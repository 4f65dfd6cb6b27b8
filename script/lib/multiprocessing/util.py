"""What is done at the end of a process that has started others: nothing here."""


class Finalize:
    """Calls something once, when it is called."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._call = callback, args, kwargs or {}

    def still_active(self):
        return self._call is not None

    def cancel(self):
        self._call = None

    def __call__(self):
        if self._call is not None:
            (callback, args, kwargs), self._call = self._call, None
            return callback(*args, **kwargs)


def register_after_fork(obj, func):
    """No process of this one is forked: func is never called."""


def _cleanup_tests():
    """Ends what tests have started: nothing was."""
