"""Differences between sequences."""

from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK",
           "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes", "Match"]

Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable elements."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """The two sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """The first sequence."""
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """The second sequence, about which much is remembered."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self._full = None
        places = {}
        for i, x in enumerate(b):
            places.setdefault(x, []).append(i)
        self.bjunk = junk = set()
        if self.isjunk:
            junk.update(x for x in places if self.isjunk(x))
            for x in junk:
                del places[x]
        self.bpopular = popular = set()
        if self.autojunk and len(b) >= 200:
            limit = len(b) // 100 + 1
            popular.update(x for x, at in places.items() if len(at) > limit)
            for x in popular:
                del places[x]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run that the two have in common, the earliest of them."""
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i0, j0, size = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            new = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    i0, j0, size = i - k + 1, j - k + 1, k
            lengths = new
        # Equal elements at the ends belong to it too: first the popular ones,
        # then junk.
        for wanted in (False, True):
            while i0 > alo and j0 > blo and (b[j0 - 1] in junk) is wanted and a[i0 - 1] == b[j0 - 1]:
                i0, j0, size = i0 - 1, j0 - 1, size + 1
            while (i0 + size < ahi and j0 + size < bhi and (b[j0 + size] in junk) is wanted
                   and a[i0 + size] == b[j0 + size]):
                size += 1
        return Match(i0, j0, size)

    def get_matching_blocks(self):
        """All common runs, and one of length 0 at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        n, m = len(self.a), len(self.b)
        todo = [(0, n, 0, m)]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        joined = []
        for i, j, k in found:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                i, j, k = joined[-1][0], joined[-1][1], joined[-1][2] + k
                joined.pop()
            joined.append((i, j, k))
        joined.append((n, m, 0))
        self.matching_blocks = list(map(Match._make, joined))
        return self.matching_blocks

    def get_opcodes(self):
        """How to make the second sequence of the first."""
        if self.opcodes is None:
            i = j = 0
            self.opcodes = answer = []
            for ai, bj, size in self.get_matching_blocks():
                tag = {(True, True): "replace", (True, False): "delete",
                       (False, True): "insert"}.get((i < ai, j < bj))
                if tag:
                    answer.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    answer.append(("equal", ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The changes in groups with n elements around."""
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        return _ratio(sum(m[-1] for m in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio."""
        if self._full is None:
            self._full = {}
            for x in self.b:
                self._full[x] = self._full.get(x, 0) + 1
        left = dict(self._full)
        matches = 0
        for x in self.a:
            if left.get(x, 0) > 0:
                matches += 1
                left[x] -= 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """A quicker upper bound."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    __class_getitem__ = classmethod(GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best matches of a word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    s = SequenceMatcher()
    s.set_seq2(word)
    for x in possibilities:
        s.set_seq1(x)
        if s.real_quick_ratio() >= cutoff and s.quick_ratio() >= cutoff and s.ratio() >= cutoff:
            found.append((s.ratio(), x))
    return [x for _, x in nlargest(n, found)]


class Differ:
    """Differences that a person can read, with marks below changed lines."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """The lines of both with what happened to them."""
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._lines("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._lines("+", b, blo, bhi)
            else:
                yield from self._lines(" ", a, alo, ahi)

    @staticmethod
    def _lines(tag, x, lo, hi):
        for i in range(lo, hi):
            yield "%s %s" % (tag, x[i])

    def _plain(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from self._lines("+", b, blo, bhi)
            yield from self._lines("-", a, alo, ahi)
        else:
            yield from self._lines("-", a, alo, ahi)
            yield from self._lines("+", b, blo, bhi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        # The pair of lines most alike divides the rest.
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        equal = place = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, place = matcher.ratio(), (i, j)
        if best < cutoff:
            if equal is None:
                yield from self._plain(a, alo, ahi, b, blo, bhi)
                return
            place, best = equal, 1.0
        else:
            equal = None
        i, j = place
        yield from self._side(a, alo, i, b, blo, j)
        if equal is None:
            marks_a = marks_b = ""
            matcher.set_seqs(a[i], b[j])
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                if tag == "replace":
                    marks_a += "^" * (i2 - i1)
                    marks_b += "^" * (j2 - j1)
                elif tag == "delete":
                    marks_a += "-" * (i2 - i1)
                elif tag == "insert":
                    marks_b += "+" * (j2 - j1)
                else:
                    marks_a += " " * (i2 - i1)
                    marks_b += " " * (j2 - j1)
            yield from self._marked(a[i], b[j], marks_a, marks_b)
        else:
            yield "  " + a[i]
        yield from self._side(a, i + 1, ahi, b, j + 1, bhi)

    def _side(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._lines("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._lines("+", b, blo, bhi)

    @staticmethod
    def _marked(line_a, line_b, marks_a, marks_b):
        def kept(line, marks):
            # Blanks under tabs are tabs, so that the marks stand right.
            return "".join(c if m == " " and c.isspace() else m
                           for c, m in zip(line, marks)).rstrip()
        marks_a, marks_b = kept(line_a, marks_a), kept(line_b, marks_b)
        yield "- " + line_a
        if marks_a:
            yield f"? {marks_a}\n"
        yield "+ " + line_b
        if marks_b:
            yield f"? {marks_b}\n"


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank or holds only a #."""
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is blank."""
    return ch in ws


def _range(start, stop):
    begin, length = start + 1, stop - start
    if length == 1:
        return "%d" % begin
    if not length:
        begin -= 1
    return "%d,%d" % (begin, length)


def _check_types(a, b, *args):
    for lines, name in ((a, "a"), (b, "b")):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)"
                            % (type(lines[0]).__name__, lines[0]))
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError("input must be a sequence of strings, not str")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError("all arguments must be str, not: %r" % (arg,))


def _headers(first, second, fromfile, tofile, fromdate, todate, end):
    yield "%s %s%s%s" % (first, fromfile, "\t" + fromdate if fromdate else "", end)
    yield "%s %s%s%s" % (second, tofile, "\t" + todate if todate else "", end)


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The changes in unified format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headers("---", "+++", fromfile, tofile, fromfiledate, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "@@ -%s +%s @@%s" % (_range(first[1], last[2]), _range(first[3], last[4]), lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, stop):
    begin, length = start + 1, stop - start
    if not length:
        begin -= 1
    return "%d" % begin if length <= 1 else "%d,%d" % (begin, begin + length - 1)


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The changes in context format."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headers("***", "---", fromfile, tofile, fromfiledate, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield "*** %s ****%s" % (_context_range(first[1], last[2]), lineterm)
        if any(tag in ("replace", "delete") for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield prefix[tag] + line
        yield "--- %s ----%s" % (_context_range(first[3], last[4]), lineterm)
        if any(tag in ("replace", "insert") for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield prefix[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3,
               lineterm=b"\n"):
    """unified_diff or context_diff of bytes of any encoding."""
    def text(s):
        try:
            return s.decode("ascii", "surrogateescape")
        except AttributeError as err:
            raise TypeError("all arguments must be bytes, not %s (%r)"
                            % (type(s).__name__, s)) from err
    lines = dfunc(list(map(text, a)), list(map(text, b)), text(fromfile), text(tofile),
                  text(fromfiledate), text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both with what happened to them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two sequences that ndiff compared."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]
