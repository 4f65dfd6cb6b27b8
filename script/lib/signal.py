"""Signals: what they do when they arrive, and sending them."""

import _signal
from _signal import *
from _signal import default_int_handler, NSIG
from enum import Enum, IntEnum
import sys

_names = vars(_signal)
_numbers = sorted((number, name) for name, number in _names.items()
                  if name.startswith('SIG') and not name.startswith('SIG_'))

Signals = IntEnum('Signals', [(name, number) for number, name in _numbers], module=__name__)
Handlers = IntEnum('Handlers', [('SIG_DFL', 0), ('SIG_IGN', 1)], module=__name__)
if sys.version_info < (3, 11):  # such members were printed by their names then
    Signals.__str__ = Handlers.__str__ = Enum.__str__
    Signals.__format__ = Handlers.__format__ = int.__format__
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
if 'pthread_sigmask' in _names:
    Sigmasks = IntEnum('Sigmasks', [(name, _names[name]) for name in
                       ('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK')], module=__name__)
    globals().update(Sigmasks.__members__)


class ItimerError(OSError):
    """A timer cannot be set like that."""


ItimerError.__name__ = ItimerError.__qualname__ = 'itimer_error'


def _as(kind, value):
    """value as a member of an enumeration, if it is one."""
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def _as_signals(numbers):
    return {_as(Signals, n) for n in numbers}


def signal(signalnum, handler, /):
    """Have a signal handled by a function, SIG_DFL or SIG_IGN; give what it was."""
    return _as(Handlers, _signal.signal(signalnum, handler))


def getsignal(signalnum, /):
    """What a signal is handled by."""
    return _as(Handlers, _signal.getsignal(signalnum))


def valid_signals():
    """All signals that there are."""
    return _as_signals(_signal.valid_signals())


if 'setitimer' in _names:
    def setitimer(which, seconds, interval=0.0, /):
        """Set the timer that sends SIGALRM; give its old time and interval."""
        try:
            return _signal.setitimer(which, seconds, interval)
        except OSError as e:
            raise ItimerError(*e.args) from None

    def getitimer(which, /):
        """The timer's time left and interval."""
        try:
            return _signal.getitimer(which)
        except OSError as e:
            raise ItimerError(*e.args) from None

if 'pthread_sigmask' in _names:
    def pthread_sigmask(how, mask, /):
        """Block signals or let them through; give those blocked before."""
        return _as_signals(_signal.pthread_sigmask(how, mask))

    def sigpending():
        """The blocked signals that have arrived."""
        return _as_signals(_signal.sigpending())

    def sigwait(sigset, /):
        """Wait for one of the signals."""
        return _as(Signals, _signal.sigwait(sigset))


del IntEnum
