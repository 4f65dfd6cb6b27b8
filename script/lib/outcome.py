"""The module outcome: what a call gave, or what it raised, as an object."""


class Outcome:
    __slots__ = ("_used",)

    def _use(self):
        if self._used:
            raise AlreadyUsedError
        self._used = True

    def __eq__(self, other):
        return type(self) is type(other) and self._what() is other._what() or (
            type(self) is type(other) and self._what() == other._what()
        )

    def __hash__(self):
        return hash((type(self), self._what()))

    def __repr__(self):
        return f"{type(self).__name__}({self._what()!r})"


class AlreadyUsedError(RuntimeError):
    """An outcome was unwrapped a second time."""


class Value(Outcome):
    __slots__ = ("value",)

    def __init__(self, value):
        self.value, self._used = value, False

    def _what(self):
        return self.value

    def unwrap(self):
        self._use()
        return self.value

    def send(self, gen):
        self._use()
        return gen.send(self.value)

    async def asend(self, agen):
        self._use()
        return await agen.asend(self.value)


class Error(Outcome):
    __slots__ = ("error",)

    def __init__(self, error):
        if not isinstance(error, BaseException):
            raise TypeError(f"error must be a BaseException, not {type(error).__name__}")
        self.error, self._used = error, False

    def _what(self):
        return self.error

    def unwrap(self):
        self._use()
        try:
            raise self.error
        finally:
            del self

    def send(self, gen):
        self._use()
        return gen.throw(self.error)

    async def asend(self, agen):
        self._use()
        return await agen.athrow(self.error)


def capture(sync_fn, *args, **kwargs):
    try:
        return Value(sync_fn(*args, **kwargs))
    except BaseException as e:
        return Error(e)


async def acapture(async_fn, *args, **kwargs):
    try:
        return Value(await async_fn(*args, **kwargs))
    except BaseException as e:
        return Error(e)
