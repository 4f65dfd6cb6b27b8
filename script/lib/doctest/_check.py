"""Options, and what output is as expected."""

import difflib

__all__ = ["OPTIONFLAGS_BY_NAME"]

OPTIONFLAGS_BY_NAME = {}

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def register_optionflag(name):
    """Gives an option its bit."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


for _name in ("DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
              "IGNORE_EXCEPTION_DETAIL", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
              "FAIL_FAST"):
    globals()[_name] = register_optionflag(_name)
    __all__.append(_name)

COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP |
                    IGNORE_EXCEPTION_DETAIL)
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
__all__ += ["COMPARISON_FLAGS", "REPORTING_FLAGS", "BLANKLINE_MARKER", "ELLIPSIS_MARKER"]


def _indented(text, by=4):
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


def _ellipsis_match(want, got):
    """Whether got is want with something in each place of three dots."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *pieces, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in pieces:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class OutputChecker:
    """Compares output with what an example says, and shows the difference."""

    def check_output(self, want, got, optionflags):
        """Whether the output will do."""
        got, want = _ascii(got), _ascii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = "\n".join("" if line.rstrip() == BLANKLINE_MARKER else line for line in want.split("\n"))
            got = "\n".join("" if line.isspace() else line for line in got.split("\n"))
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        """Shows what was expected and what came."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = "\n".join(BLANKLINE_MARKER if line.strip(" ") == "" and i < got.count("\n") else line
                            for i, line in enumerate(got.split("\n")))
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and self._worth(want, got, optionflags):
            return self._diff(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
        if want and got:
            return "Expected:\n%sGot:\n%s" % (_indented(want), _indented(got))
        if want:
            return "Expected:\n%sGot nothing\n" % _indented(want)
        return "Expected nothing\nGot:\n%s" % _indented(got) if got else "Expected nothing\nGot nothing\n"

    def _worth(self, want, got, optionflags):
        return optionflags & REPORT_NDIFF or want.count("\n") > 2 and got.count("\n") > 2

    def _diff(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            lines, kind = list(difflib.unified_diff(want, got, n=2))[2:], "unified diff with -expected +actual"
        elif optionflags & REPORT_CDIFF:
            lines, kind = list(difflib.context_diff(want, got, n=2))[2:], "context diff with expected followed by actual"
        else:
            lines, kind = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got)), "ndiff with -expected +actual"
        return "Differences (%s):\n" % kind + _indented("".join(line.rstrip() + "\n" for line in lines))


def _ascii(text):
    return str(text.encode("ASCII", "backslashreplace"), "ASCII")
