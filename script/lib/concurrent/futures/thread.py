"""An executor that runs jobs in threads."""

import itertools
import os
import queue
import threading
import types
from concurrent.futures import _base

_workers = {}  # threads and the queues they take from
_at_end = {'shutdown': False}
# Held where an executor starts a thread, so that the program's end knows it.
_end_lock = threading.Lock()


def _python_exit():
    with _end_lock:
        _at_end['shutdown'] = True
    workers = list(_workers.items())
    for _, jobs in workers:
        jobs.put(None)
    for thread, _ in workers:
        thread.join()


threading._register_atexit(_python_exit)


class _Job:
    __slots__ = ('future', 'fn', 'args', 'kwargs')

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the error's traceback would keep the job
        else:
            self.future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


def _worker(executor, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log().critical('Exception in initializer:', exc_info=True)
            executor._initializer_failed()
            return
    jobs = executor._work_queue
    try:
        while True:
            try:
                job = jobs.get_nowait()
            except queue.Empty:
                executor._idle_semaphore.release()
                job = jobs.get(block=True)
            if job is not None:
                job.run()
                del job
            elif _at_end['shutdown'] or executor._shutdown:
                executor._shutdown = True
                jobs.put(None)  # for the next worker
                return
    except BaseException:
        _base._log().critical('Exception in worker', exc_info=True)
    finally:
        _workers.pop(threading.current_thread(), None)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread's initializer has failed."""


class ThreadPoolExecutor(_base.Executor):
    """Runs jobs in at most max_workers threads."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='',
                 initializer=None, initargs=()):
        if max_workers is None:
            cpus = getattr(os, 'process_cpu_count', os.cpu_count)()
            max_workers = min(32, (cpus or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _end_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _at_end['shutdown']:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_Job(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        n = len(self._threads)
        if n < self._max_workers:
            name = f'{self._thread_name_prefix or self}_{n}'
            thread = threading.Thread(
                name=name, target=_worker, args=(self, self._initializer, self._initargs))
            _workers[thread] = self._work_queue
            thread.start()
            self._threads.add(thread)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = ('A thread initializer failed, the thread pool '
                            'is not usable anymore')
            self._drain(lambda future: future.set_exception(BrokenThreadPool(self._broken)))

    def _drain(self, act):
        while True:
            try:
                job = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if job is not None:
                act(job.future)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                self._drain(lambda future: future.cancel())
            self._work_queue.put(None)  # wakes a worker, which wakes the next
        if wait:
            for thread in self._threads:
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
