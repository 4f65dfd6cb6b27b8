"""mod
>>> 1+1
2
"""
import doctest, sys, types, unittest


class A:
    """
    >>> A().x
    5
    >>> A().y
    Traceback (most recent call last):
      ...
    AttributeError: 'A' object has no attribute 'y'
    """
    x = 5

    @property
    def p(self):
        """
        >>> A().p
        6
        """
        return 7

    @staticmethod
    def s():
        '''
        >>> print(1, 2,
        ...       3)   # doctest: +NORMALIZE_WHITESPACE
        1     2   3
        >>> for i in range(3): print(i)
        0
        1
        2
        >>> print("a\\n\\nb")
        a
        <BLANKLINE>
        b
        '''


def f(n):
    """f
    >>> f(2)
    3
    >>> [f(i) for i in range(20)] # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> import asyncio
    >>> async def g(): return 3
    >>> asyncio.run(g())
    3
    >>> f(9) # doctest: +SKIP
    >>> int("x")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: other
    """
    return n + 0


m = types.ModuleType("m"); m.__file__ = "m.py"; m.__doc__ = __doc__
for thing in A, f: thing.__module__ = "m"; setattr(m, thing.__name__, thing)
f = types.FunctionType(f.__code__, m.__dict__, "f"); m.f = f; f.__doc__ = m.f.__doc__
A.s.__doc__; m.A = A
tests = doctest.DocTestFinder(exclude_empty=False).find(A, "A", globs={"A": A}, module=False)
print([(t.name, len(t.examples)) for t in tests])
for verbose in False, True:
    runner = doctest.DocTestRunner(verbose=verbose)
    for t in doctest.DocTestFinder().find(A, "A", globs={"A": A}, module=False): t.lineno = 0; t.filename = "m.py"; print(runner.run(t))
    print(runner.summarize())
parse = doctest.DocTestParser()
for text in ("x\n>>> a\n... b\nc\n\n>>> d # doctest: +ELLIPSIS, -SKIP\nTraceback (most recent call last):\n  zzz\nE: no\n", "", ">>> # only\n", "    >>> 1\n    1\n\n    >>> 2"):
    for piece in parse.parse(text): print([piece] if isinstance(piece, str) else vars(piece))
for text in ">>>x\n", ">>> a\n  b\n >>> c\nd\n", ">>> a # doctest: +NOPE\n", "  >>> a\n b\n":
    try: print(len(parse.parse(text, "n")))
    except ValueError as e: print(e)
check = doctest.OutputChecker()
E = doctest.ELLIPSIS
for want, got, flags in (("a...c\n", "abc\n", E), ("a...c\n", "abc\n", 0), ("1\n", "True\n", 0), ("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1), ("a  b\n", "a\tb\n", doctest.NORMALIZE_WHITESPACE), ("...\n", "", E), ("aa...aa\n", "aaa\n", E), ("a\n<BLANKLINE>\nb\n", "a\n\nb\n", 0), ("a...b...c", "axxbyyc", E)):
    print(check.check_output(want, got, flags))
for flags in 0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF: print(check.output_difference(doctest.Example("x", "a\nb\nc\nd\n"), "a\nx\n\nc\n", flags))
print(doctest.script_from_examples("Text\n\n>>> a = 1\n>>> a\n1\n\nEnd\n"))
globs = {"f": f}
doctest.run_docstring_examples("x", globs) if 0 else None
t = parse.get_doctest(">>> x = 1\n>>> x\n2\n>>> print('q')\nq\n", {}, "t", "t.py", 0); print(t, t == parse.get_doctest(t.docstring, {}, "t", "t.py", 0))
try: doctest.DebugRunner(verbose=False).run(t)
except doctest.DocTestFailure as e: print(e, repr(e.got), e.example.want)
t = parse.get_doctest(">>> 1/0\n", {}, "t", "t.py", 0)
try: doctest.DebugRunner(verbose=False).run(t)
except doctest.UnexpectedException as e: print(e, e.exc_info[1])
t = parse.get_doctest(">>> 3\n4\n>>> 5\n6\n", {}, "t", "t.py", 0)
print(doctest.DocTestRunner(optionflags=doctest.FAIL_FAST).run(t, clear_globs=False), doctest.DocTestRunner(optionflags=doctest.REPORT_ONLY_FIRST_FAILURE).run(t))
case = doctest.DocTestCase if hasattr(doctest, "DocTestCase") else None
result = unittest.TestResult(); c = case(parse.get_doctest(">>> 3\n4\n", {}, "a.t", "t.py", 0)); c.run(result)
print(result.failures[0][1].split("AssertionError: ")[1], c, c.id(), c.shortDescription(), result)
