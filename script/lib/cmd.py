"""Line-oriented command interpreters: a method do_NAME for each command."""

import inspect
import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    """Reads lines and calls the method of each line's first word."""

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.completekey, self.cmdqueue = completekey, []

    def cmdloop(self, intro=None):
        """Reads and obeys until a command says stop."""
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(str(self.intro) + "\n")
        while True:
            line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._line())
            if self.postcmd(self.onecmd(line), line):
                break
        self.postloop()

    def _line(self):
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        print(self.prompt, end="", file=self.stdout, flush=True)
        got = self.stdin.readline()
        return got.rstrip("\r\n") if got else "EOF"

    def precmd(self, line):
        """Sees each line before it is obeyed."""
        return line

    def postcmd(self, stop, line):
        """Sees each line's outcome."""
        return stop

    def preloop(self):
        """Runs before the first line."""

    def postloop(self):
        """Runs after the last line."""

    def parseline(self, line):
        """Splits a line into its command, the rest, and the line without blanks around."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == "?":
            line = "help " + line[1:]
        elif line[0] == "!":
            if not hasattr(self, "do_shell"):
                return None, None, line
            line = "shell " + line[1:]
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        """Obeys one line."""
        command, arg, whole = self.parseline(line)
        if not whole:
            return self.emptyline()
        if command is not None:
            self.lastcmd = "" if whole == "EOF" else whole
        if command and (do := getattr(self, "do_" + command, None)) is not None:
            return do(arg)
        return self.default(whole)

    def emptyline(self):
        """Obeys the last line again."""
        last = self.lastcmd
        return self.onecmd(last) if last else None

    def default(self, line):
        """Is called for what is no command."""
        self.stdout.write("*** Unknown syntax: %s\n" % line)

    def completedefault(self, *ignored):
        """Completes arguments of commands that have no complete_ method."""
        return []

    def completenames(self, text, *ignored):
        """Gives the commands that begin so."""
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def complete(self, text, state):
        """Gives the completion with a number, for a line editor."""
        if state == 0:
            self.completion_matches = self.completenames(text)
        matches = self.completion_matches
        return matches[state] if state < len(matches) else None

    def get_names(self):
        """Gives the names of the class's attributes."""
        return dir(type(self))

    def complete_help(self, *args):
        """Completes the argument of help."""
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list(topics.union(self.completenames(*args)))

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if arg:
            return self._help_on(arg)
        topics = {name[5:] for name in self.get_names() if name.startswith("help_")}
        documented, bare = [], []
        for name in sorted({name[3:] for name in self.get_names() if name.startswith("do_")}):
            if name in topics:
                documented.append(name)
                topics.discard(name)
            elif getattr(self, "do_" + name).__doc__:
                documented.append(name)
            else:
                bare.append(name)
        self.stdout.write("%s\n" % str(self.doc_leader))
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, bare, 15, 80)

    def _help_on(self, arg):
        helper = getattr(self, "help_" + arg, None)
        if helper is not None:
            helper()
            return
        do = getattr(self, "do_" + arg, None)
        text = do and do.__doc__
        text = inspect.cleandoc(text) if text else str(self.nohelp % (arg,))
        self.stdout.write("%s\n" % text)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Writes a heading and the names in columns."""
        if not cmds:
            return
        self.stdout.write("%s\n" % str(header))
        if self.ruler:
            self.stdout.write("%s\n" % str(self.ruler * len(header)))
        self.columnize(cmds, maxcol - 1)
        self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Writes names in as few rows as fit the width, down the columns."""
        if not list:
            print("<empty>", file=self.stdout)
            return
        for i, item in enumerate(list):
            if not isinstance(item, str):
                wrong = ", ".join(str(at) for at, one in enumerate(list) if not isinstance(one, str))
                raise TypeError("list[i] not a string for i in %s" % wrong)
        if len(list) == 1:
            self.stdout.write("%s\n" % str(list[0]))
            return
        for rows in range(1, len(list) + 1):
            columns = [list[at:at + rows] for at in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        else:
            columns, widths = [list], [0]
        for row in range(len(columns[0])):
            cells = [column[row] if row < len(column) else "" for column in columns]
            while cells and not cells[-1]:
                cells.pop()
            self.stdout.write("%s\n" % "  ".join(cell.ljust(width) for cell, width in zip(cells, widths)))
