class _Pause:
    def __await__(self):
        yield

def _wake(fut, value):
    if not fut.done():
        fut.set_result(value)

async def sleep(delay, result=None):
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    if delay <= 0:
        await _Pause()
        return result
    loop = get_running_loop()
    alarm = loop.create_future()
    timer = loop.call_later(delay, _wake, alarm, result)
    try:
        return await alarm
    finally:
        timer.cancel()

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    members = set(fs)
    if not members:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(iscoroutine(m) for m in members):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")

    def enough():
        left = 0
        for m in members:
            if not m.done():
                left += 1
            elif return_when == FIRST_COMPLETED:
                return True
            elif return_when == FIRST_EXCEPTION and not m.cancelled() and m.exception() is not None:
                return True
        return left == 0

    if not enough():
        loop = get_running_loop()
        signal = loop.create_future()
        timer = None if timeout is None else loop.call_later(timeout, _wake, signal, None)

        def ended(_):
            if enough():
                _wake(signal, None)

        for m in members:
            m.add_done_callback(ended)
        try:
            await signal
        finally:
            if timer is not None:
                timer.cancel()
            for m in members:
                m.remove_done_callback(ended)
    done = {m for m in members if m.done()}
    return done, members - done

class Timeout:
    def __init__(self, when):
        self._when = when
        self._timer = self._task = None
        self._fired = self._over = False

    def when(self):
        return self._when

    def expired(self):
        return self._fired

    def reschedule(self, when):
        if self._task is None or self._over:
            raise RuntimeError("Timeout has not been entered" if self._task is None else "Cannot change state of finished Timeout")
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._when = when
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._fire)
            else:
                self._timer = loop.call_at(when, self._fire)

    def _fire(self):
        self._task.cancel()
        self._fired = True
        self._timer = None

    async def __aenter__(self):
        if self._task is not None:
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._task = task
        self._before = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, exc, tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._over = True
        if self._fired and self._task.uncancel() <= self._before and kind is not None and issubclass(kind, CancelledError):
            raise TimeoutError from exc
        return None

def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)

def timeout_at(when):
    return Timeout(when)

async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            return await fut
        except CancelledError as e:
            raise TimeoutError from e
    async with _within(timeout):
        return await fut

_within = timeout
