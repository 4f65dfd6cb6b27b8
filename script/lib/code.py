"""A prompt of a program's own: what it reads, it compiles and runs among the names given."""

import builtins
import codeop
import sys
import traceback
from codeop import compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs source in a namespace and shows what goes wrong."""

    def __init__(self, locals=None):
        self.locals = dict(__name__="__console__", __doc__=None) if locals is None else locals
        self.compile = codeop.CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs source if it is whole; True when more must follow."""
        try:
            whole = self.compile(source, filename, symbol)
        except (SyntaxError, ValueError, OverflowError):
            return self.showsyntaxerror(filename, source=source) or False
        if whole is not None:
            self.runcode(whole)
        return whole is None

    def runcode(self, code):
        """Runs compiled source."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except BaseException:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, *, source=""):
        """Writes the syntax error that is being handled."""
        kind, error, _ = sys.exc_info()
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        self._show(kind, error.with_traceback(None), None)

    def showtraceback(self):
        """Writes the exception that is being handled, without this module's frame."""
        kind, error, tb = sys.exc_info()
        tb = tb.tb_next
        self._show(kind, error.with_traceback(tb), tb)

    def _show(self, kind, error, tb):
        sys.last_type, sys.last_value, sys.last_traceback = kind, error, tb
        sys.last_exc = error
        hook = sys.excepthook
        if hook == sys.__excepthook__:
            self.write("".join(traceback.format_exception(kind, error, tb)))
            return
        try:
            hook(kind, error, tb)
        except SystemExit:
            raise
        except BaseException as inner:
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(inner), inner, inner.__traceback__.tb_next)
            print("\nOriginal exception was:", file=sys.stderr)
            sys.__excepthook__(kind, error, tb)

    def write(self, data):
        """Writes to standard error."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Reads lines and runs what they make."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        super().__init__(locals)
        self.filename, self.local_exit = filename, local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forgets the lines held."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Reads and runs until the input ends."""
        for name, prompt in ("ps1", ">>> "), ("ps2", "... "):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        if banner is None:
            told = 'Type "help", "copyright", "credits" or "license" for more information.'
            self.write("Python %s on %s\n%s\n(%s)\n" % (sys.version, sys.platform, told, self.__class__.__name__))
        elif banner:
            self.write(f"{banner}\n")
        kept = {name: getattr(builtins, name) for name in ("exit", "quit") if hasattr(builtins, name)}
        if self.local_exit:
            for name in "exit", "quit":
                setattr(builtins, name, Quitter(name, "Ctrl-D (i.e. EOF)"))
        try:
            self._read(exitmsg)
        finally:
            if self.local_exit:
                for name, value in kept.items():
                    setattr(builtins, name, value)
            self._goodbye(exitmsg)

    def _read(self, exitmsg):
        more = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.resetbuffer()
                self.write("\nKeyboardInterrupt\n")
                more = False
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def _goodbye(self, exitmsg):
        if exitmsg is None:
            self.write("now exiting %s...\n" % self.__class__.__name__)
        elif exitmsg != "":
            self.write("%s\n" % exitmsg)

    def push(self, line, filename=None, _symbol="single"):
        """Takes one line; True when more must follow."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), filename or self.filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        """Reads one line."""
        return input(prompt)


class Quitter:
    """What exit and quit are in a console that only ends itself."""

    def __init__(self, name, eof):
        self.name, self.eof = name, eof

    def __repr__(self):
        return f"Use {self.name} or {self.eof} to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """Runs a console."""
    prompt = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        prompt.raw_input = readfunc
    prompt.interact(banner=banner, exitmsg=exitmsg)
