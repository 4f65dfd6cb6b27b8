"""Child processes: starting them, talking to them, waiting for them."""

import errno
import io
import os
import selectors
import signal
import sys
import threading
import time
import types
import warnings

import _spawn

if not _spawn.supported:
    raise ImportError("subprocess: this interpreter starts no processes on this system", name="subprocess")

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput",
           "check_output", "run", "CalledProcessError", "DEVNULL", "SubprocessError",
           "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A child ended with a status other than 0, and that was to be an error."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                by = repr(signal.Signals(-self.returncode))
            except ValueError:
                by = f"unknown signal {-self.returncode}"
            return f"Command '{self.cmd}' died with {by}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A child took longer than it was given."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """How a child that run() started ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a program and give its status."""
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()
            raise


def _command(popenargs, kwargs):
    cmd = kwargs.get("args")
    return popenargs[0] if cmd is None else cmd


def check_call(*popenargs, **kwargs):
    """call() that raises for a status other than 0."""
    status = call(*popenargs, **kwargs)
    if status:
        raise CalledProcessError(status, _command(popenargs, kwargs))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program and give what it prints."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        text = kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors")
        kwargs["input"] = "" if text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end and tell how it ended."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
    if check and status:
        raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a shell command; give its status and all it prints, without the last newline."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as e:
        data, status = e.output, e.returncode
    return status, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a shell command and give what it prints."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Arguments as one line that a Windows program takes apart again."""
    parts = []
    for arg in map(os.fsdecode, seq):
        out, slashes = [], 0
        quote = not arg or " " in arg or "\t" in arg
        for c in arg:
            if c == "\\":
                slashes += 1
                continue
            out.append("\\" * (2 * slashes + 1 if c == '"' else slashes))
            out.append(c)
            slashes = 0
        out.append("\\" * (2 * slashes if quote else slashes))
        text = "".join(out)
        parts.append(f'"{text}"' if quote else text)
    return " ".join(parts)


# Processes that were let go before they ended.
_active = []


def _cleanup():
    """Take note of those that have ended since."""
    for process in _active[:]:
        if process.poll() is not None:
            _active.remove(process)


def _args_from_interpreter_flags():
    """The options that have a child of this interpreter behave as it does."""
    args = ["-E"] if sys.flags.ignore_environment else []
    if "dev" in sys._xoptions:
        args += ["-X", "dev"]
    return args + ["-W" + option for option in sys.warnoptions]


def _optim_args_from_interpreter_flags():
    """There are no such options here."""
    return []


class Popen:
    """A child process."""

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None,
                 encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but "
                                  "different. Pass one or the other.")
        for name, value in (("preexec_fn", preexec_fn), ("user", user), ("group", group), ("extra_groups", extra_groups)):
            if value is not None:
                raise NotImplementedError(f"{name} is not supported by this interpreter")
        if umask >= 0:
            raise NotImplementedError("umask is not supported by this interpreter")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._communication_started = False
        self._input = None
        self._waitpid_lock = threading.Lock()
        if bufsize < -1:
            bufsize = -1
        line_buffered = self.text_mode and bufsize == 1
        if bufsize == 1 and not self.text_mode:
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size "
                          "will be used", RuntimeWarning, 2)
        if bufsize == 1:
            bufsize = -1
        ours, theirs, opened = self._files(stdin, stdout, stderr)
        try:
            self._start(args, executable, theirs, pass_fds, shell, cwd, env, start_new_session,
                        -1 if process_group is None else process_group)
        except BaseException:
            for fd in opened + [fd for fd in ours if fd != -1]:
                os.close(fd)
            raise
        for fd in opened:
            os.close(fd)
        self._child_created = True
        files = []
        for fd, mode in zip(ours, ("wb", "rb", "rb")):
            if fd == -1:
                files.append(None)
                continue
            f = io.open(fd, mode, bufsize)
            if self.text_mode:
                if mode == "wb":
                    f = io.TextIOWrapper(f, write_through=True, line_buffering=line_buffered, encoding=encoding, errors=errors)
                else:
                    f = io.TextIOWrapper(f, encoding=encoding, errors=errors)
            files.append(f)
        self.stdin, self.stdout, self.stderr = files

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def __del__(self):
        if not self._child_created:
            return
        if self.returncode is None:
            warnings.warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
            if self.poll() is None:
                _active.append(self)

    def _files(self, stdin, stdout, stderr):
        # Gives our ends, the child's 0, 1 and 2, and what we close after the start.
        ours, theirs, opened, made = [-1, -1, -1], [0, 1, 2], [], []
        try:
            for i, what in enumerate((stdin, stdout, stderr)):
                if what is None:
                    continue
                if what == PIPE:
                    read, write = os.pipe()
                    made += (read, write)
                    ours[i], theirs[i] = (write, read) if i == 0 else (read, write)
                    opened.append(theirs[i])
                elif what == STDOUT and i == 2:
                    theirs[2] = theirs[1]
                elif what == DEVNULL:
                    theirs[i] = os.open(os.devnull, os.O_RDWR)
                    made.append(theirs[i])
                    opened.append(theirs[i])
                elif isinstance(what, int):
                    theirs[i] = what
                else:
                    theirs[i] = what.fileno()
        except BaseException:
            for fd in made:
                os.close(fd)
            raise
        return ours, theirs, opened

    def _start(self, args, executable, theirs, pass_fds, shell, cwd, env, new_session, group):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        environment = []
        for key, value in (os.environ if env is None else env).items():
            key, value = os.fsencode(key), os.fsencode(value)
            if b"=" in key:
                raise ValueError("illegal environment variable name")
            environment.append(key + b"=" + value)
        name = os.fsencode(executable)
        if os.path.dirname(name):
            files = [name]
        else:
            files = [os.path.join(os.fsencode(folder), name) for folder in os.get_exec_path(env)]
        fds = list(theirs)
        for fd in sorted(pass_fds):
            while len(fds) <= fd:
                fds.append(-1)
            fds[fd] = fd
        if cwd is not None and not os.path.isdir(cwd):
            number = errno.ENOTDIR if os.path.exists(cwd) else errno.ENOENT
            raise OSError(number, os.strerror(number), cwd)
        try:
            self.pid = _spawn.start(files, args, environment, cwd, fds, new_session, group)
        except OSError as e:
            raise OSError(e.errno, e.strerror, executable) from None

    def _ended(self, status):
        self.returncode = os.waitstatus_to_exitcode(status)

    def poll(self):
        """Give the child's status, or None while it runs."""
        if self.returncode is None and self._waitpid_lock.acquire(False):
            try:
                if self.returncode is None:
                    try:
                        pid, status = os.waitpid(self.pid, os.WNOHANG)
                    except ChildProcessError:
                        self.returncode = 0  # somebody else has its status
                    else:
                        if pid == self.pid:
                            self._ended(status)
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the child's end and give its status."""
        if timeout is not None:
            end = time.monotonic() + timeout
            pause = 0.0005
            while self.poll() is None:
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutExpired(self.args, timeout)
                pause = min(pause * 2, left, 0.05)
                time.sleep(pause)
            return self.returncode
        while self.returncode is None:
            with self._waitpid_lock:
                if self.returncode is not None:
                    break
                try:
                    pid, status = os.waitpid(self.pid, 0)
                except ChildProcessError:
                    pid, status = self.pid, 0
                if pid == self.pid:
                    self._ended(status)
        return self.returncode

    def communicate(self, input=None, timeout=None):
        """Give the child its input, read all it prints, and wait for its end."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        one_file = [self.stdin, self.stdout, self.stderr].count(None) >= 2
        if timeout is None and not self._communication_started and one_file:
            stdout = stderr = None
            if self.stdin:
                self._stdin_write(input)
            elif self.stdout:
                stdout = self.stdout.read()
                self.stdout.close()
            elif self.stderr:
                stderr = self.stderr.read()
                self.stderr.close()
            self.wait()
            return stdout, stderr
        end = None if timeout is None else time.monotonic() + timeout
        try:
            stdout, stderr = self._exchange(input, end, timeout)
        finally:
            self._communication_started = True
        self.wait(timeout=self._active(end))
        return stdout, stderr

    def _active(self, end):
        return None if end is None else max(0, end - time.monotonic())

    def _stdin_write(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        finally:
            try:
                self.stdin.close()
            except BrokenPipeError:
                pass

    def _exchange(self, input, end, timeout):
        if self.stdin and not self._communication_started:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
            if not input:
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
        if not self._communication_started:
            self._read = {f: [] for f in (self.stdout, self.stderr) if f}
            if self.stdin and input is not None:
                if self.text_mode:
                    input = input.encode(self.stdin.encoding, self.stdin.errors)
                self._input = memoryview(input)
                self._sent = 0
        with selectors.DefaultSelector() as selector:
            if self._input is not None and self.stdin and not self.stdin.closed:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            for f in (self.stdout, self.stderr):
                if f and not f.closed:
                    selector.register(f, selectors.EVENT_READ)
            while selector.get_map():
                left = self._active(end)
                if left == 0:
                    self._expired(timeout)
                for key, _ in selector.select(left):
                    if key.fileobj is self.stdin:
                        self._send_some(selector)
                        continue
                    data = os.read(key.fd, 32768)
                    if data:
                        self._read[key.fileobj].append(data)
                    else:
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        if end is not None:
            try:
                self.wait(timeout=self._active(end))
            except TimeoutExpired:
                self._expired(timeout)
        return self._output(self.stdout, self.text_mode), self._output(self.stderr, self.text_mode)

    def _send_some(self, selector):
        part = self._input[self._sent:self._sent + _PIPE_BUF]
        try:
            self._sent += os.write(self.stdin.fileno(), part)
        except BrokenPipeError:
            self._sent = len(self._input)
        if self._sent >= len(self._input):
            selector.unregister(self.stdin)
            self.stdin.close()

    def _expired(self, timeout):
        raise TimeoutExpired(self.args, timeout, output=self._output(self.stdout, False) or None,
                             stderr=self._output(self.stderr, False) or None)

    def _output(self, f, text):
        if not f:
            return None
        data = b"".join(self._read[f])
        if text:
            data = data.decode(f.encoding, f.errors).replace("\r\n", "\n").replace("\r", "\n")
        return data

    def send_signal(self, sig):
        """Send the child a signal, unless it is known to be over."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)


# What can be written to a pipe that is ready without waiting.
_PIPE_BUF = 512
