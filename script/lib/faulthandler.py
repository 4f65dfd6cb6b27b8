"""Shows where the threads of a program stand."""

import _thread
import signal as _signal
import sys

_state = {"enabled": False, "later": None, "signals": {}}


def _descriptor(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("unable to get sys.stderr")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descripter")
        return file
    number = file.fileno()
    file.flush()
    return number


def _write(number, lines):
    import os

    data = "".join(lines).encode("utf-8", "backslashreplace")
    while data:
        data = data[os.write(number, data) :]


def _stack(frame):
    lines = []
    while frame is not None:
        if len(lines) == 100:
            return lines + ["  ...\n"]
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n')
        frame = frame.f_back
    return lines or ["  <no Python frame>\n"]


def _threads(own):
    """Give the lines for all threads, the newest first; own is the frame of the one that asks, if it counts."""
    lines, me = [], _thread.get_ident()
    frames = sys._current_frames()
    for ident in sorted(frames, reverse=True):
        if ident == me and own is None:
            continue
        if lines:
            lines.append("\n")
        head = "Current thread" if ident == me else "Thread"
        lines.append(f"{head} 0x{ident:016x} (most recent call first):\n")
        lines += _stack(own if ident == me else frames[ident])
    return lines


def _shown(frame, all_threads):
    if all_threads:
        return _threads(frame)
    return ["Stack (most recent call first):\n"] + _stack(frame)


def dump_traceback(file=None, all_threads=True):
    """Write the tracebacks of the threads to a file."""
    _write(_descriptor(file), _shown(sys._getframe(1), all_threads))


def enable(file=None, all_threads=True, c_stack=True):
    """Have tracebacks written at a fatal error, which this interpreter does not have."""
    _descriptor(file)
    _state["enabled"] = True


def disable():
    was = _state["enabled"]
    _state["enabled"] = False
    return was


def is_enabled():
    return _state["enabled"]


def _clock(seconds):
    micro = round(seconds * 1_000_000)
    whole, micro = divmod(micro, 1_000_000)
    minutes, whole = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{whole:02}" + (f".{micro:06}" if micro else "")


def _watch(over, timeout, repeat, number, end):
    while not over.acquire(True, timeout):
        _write(number, [f"Timeout ({_clock(timeout)})!\n"] + _threads(None))
        if end:
            import os

            os._exit(1)
        if not repeat:
            return


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Write the tracebacks of all threads after that many seconds, unless that is cancelled."""
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    number = _descriptor(file)
    cancel_dump_traceback_later()
    over = _thread.allocate_lock()
    over.acquire()
    _state["later"] = over
    _thread.start_new_thread(_watch, (over, timeout, repeat, number, exit))


def cancel_dump_traceback_later():
    over, _state["later"] = _state["later"], None
    if over is not None:
        over.release()


def register(signum, file=None, all_threads=True, chain=False):
    """Write the tracebacks when a signal comes."""
    number = _descriptor(file)

    def show(signum, frame):
        _write(number, _shown(frame, all_threads))
        if chain and callable(before):
            before(signum, frame)

    before = _signal.signal(signum, show)
    _state["signals"].setdefault(signum, before)


def unregister(signum):
    if signum not in _state["signals"]:
        return False
    _signal.signal(signum, _state["signals"].pop(signum))
    return True
