# python: 3.13
s = "Hello, Wörld ß ﬁ İ"
print(s.upper(), s.lower(), s.casefold(), s.title(), s.swapcase(), s.capitalize(), len(s.upper()))
print("a,b,,c".split(","), " a  b ".split(), " a  b ".split(" "), "a,b,c".rsplit(",", 1), "a\nb\r\nc\x0bd\x1ce\u2028f".splitlines(), "a\n\nb\n".splitlines(True), "abc".partition("b"), "abc".rpartition("x"), "".split(), "".split(","))
for f in [lambda: "abc".split(""), lambda: "abc".index("z"), lambda: "abc".rindex("z"), lambda: "abc".center("x"), lambda: "abc".center(5, "xy"), lambda: "{}".format(), lambda: "{0} {}".format(1), lambda: "{} {0}".format(1), lambda: "{a}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0.x}".format(1), lambda: "{0[a]}".format([1]), lambda: "{!x}".format(1), lambda: "{:{}}".format(1), lambda: "abc"[5], lambda: "abc"["a"], lambda: "abc" % 1, lambda: "%s %s" % 1, lambda: "a".join([1]), lambda: "a".join(5), lambda: "abc".replace("a"), lambda: "abc".encode("ascii", "x") , lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xe9".decode("ascii"), lambda: "é".encode("xyz"), lambda: "abc".startswith(1), lambda: "abc".startswith(["a"]), lambda: "abc".strip(1), lambda: "abc".find(), lambda: "a".ljust(), lambda: "x".zfill("a"), lambda: "abc".translate(), lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}), lambda: str(b"a", "ascii", "x", 1), lambda: "abc".count(), lambda: b"a" + "a", lambda: "a" in 5, lambda: 5 in "a", lambda: "a" < 5, lambda: b"abc"[0:2][0], lambda: b"abc".find("a"), lambda: bytes.fromhex("zz"), lambda: "x".expandtabs("a"), lambda: str.join(",", None), lambda: "%d" % "x", lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "abc".format_map(5), lambda: "{a}".format_map({}), lambda: "abc".removeprefix(5), lambda: str.upper(5), lambda: "abc".isalpha(1), lambda: eval("'abc' 5"), lambda: "é".encode("latin-1", "strict"), lambda: "\ud800".encode(), lambda: "€".encode("latin-1"), lambda: "\u20ac".encode("cp1252"), lambda: "ab".splitlines(1, 2)]:
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print("{:>{w}.{p}f}|{!r:^10}|{a[k]}|{b.real}|{{}}|{0:}".replace("{0:}", "").format(3.14159, "x", w=10, p=2, a={"k": 1}, b=3))
w, p, v = 10, 3, 2.71828
print(f"{v:{w}.{p}}|{v!r:>{w}}|{v=}|{v = :.2f}|{'a' if v else 'b'}|{ {1: 2}[1] }|{(lambda x: x * 2)(3)}|{v:=^+12.2f}|{'nested ' + f'{w}'}|{'''triple'''}|{v!s:5}|{w:#06x}|{True:d}|{None!r:>6}|{'x':*<{w}}")
print(f"{w=!r:^8}|{ w = }|{w+1=}|{'a':{'>'}{5}}|{[i for i in range(3)]}|{{{w}}}|{'\n'.join('ab')!r}|{"same" + 'q'}")
print("é".encode("utf-8"), "é".encode("utf-16"), "é".encode("latin-1"), "aé€😀".encode("ascii", "replace"), "aé€😀".encode("ascii", "xmlcharrefreplace"), "aé€😀".encode("ascii", "backslashreplace"), "aé".encode("ascii", "namereplace"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), ascii(b"a\xff".decode("utf-8", "surrogateescape")), b"\xff".decode("latin-1"), "x".encode("utf-8-sig"), "ab".encode("utf-32-le"))
print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\t\n\r\\\x00\x7f\x80\xa0\u200b\ud800\U0001f600"), ascii("é😀"), repr(b"a'b\"\x00\xff"), repr(bytearray(b"x")), "\N{GREEK SMALL LETTER ALPHA}\x41\101\u0041")
print("abc".isalpha(), "abc1".isalnum(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "Abc Def".istitle(), "_a1".isidentifier(), "1a".isidentifier(), " \t".isspace(), "ab\n".isprintable(), "".isalpha(), "aB".islower(), "é".isascii(), "def".isidentifier())
print("a\tbc\td".expandtabs(4), "abc".zfill(5), "-5".zfill(4), "+5".zfill(1), "x".center(4, "*"), "xy".center(5, "*"), "abc".translate({97: "X", 98: None}), "abc".translate(str.maketrans("ab", "xy", "c")), "aXbX".replace("X", "-", 1), "abc".replace("", "-"), "abcabc".find("c", 3), "abcabc".rfind("a"), "aaa".count("aa"), "abc".count(""), "TestCase".removeprefix("Test") if hasattr(str, "removeprefix") else "Case", "x".join(["a", "b"]), "abc"[::-1], "abc"[-2:], "abc"[5:], "ab" * 3, "ab" * -1, "b" in "abc", "" in "", "abc" > "abd", min("hello"), sorted("bca"), list("añ"), "".join(reversed("abc")), "A".swapcase(), "abc".strip("ac"), "xxabcxx".strip("x"), "  a ".lstrip(), "a  ".rstrip() + "|", "abc".startswith(("x", "a")), "abc".endswith("bc", 1), "a-b_c".split("-", 1), "%s" % ("t",), "%s" % [1], "%r" % "x", "%-5d|" % 3, "%5.1f" % 2.25, "%+.2e" % 12345.678, "%x" % 255, "%#o" % 8, "%c%c" % (65, "B"), "%(a)d %(b)s" % {"a": 1, "b": 2}, "%%", "%.0f" % 0.5, "%.0f" % 1.5, "%g" % 1e10, "%g" % 100000, "%G" % 1e-10)
class F:
    def __format__(self, spec): return f"<F:{spec}>"
    def __str__(self): return "strF"
    def __repr__(self): return "reprF"
    def __bytes__(self): return b"bytesF"
    def __index__(self): return 2
    def __getitem__(self, k): return f"item {k!r}"
print(f"{F()} {F():abc} {F()!r} {F()!s:>8} {[F()]}", "{0[k]} {0[1]} {0:x}".format(F()), bytes(F()), "abc"[F()], "ab" * F(), "%s %r" % (F(), F()), hex(F()), [1, 2, 3][:F()], range(5)[F()], bin(F()))
class S(str):
    def __add__(self, o): return S(str.__add__(self, o))
    def __missing__(self, k): return 1
x = S("ab"); print(type(x + "c").__name__, type(x.upper()).__name__, type(x[:]).__name__, type(str(x)).__name__, x == "ab", hash(x) == hash("ab"), repr(x), f"{x:>4}", {x: 1}["ab"], isinstance(x, str), "%s" % x, x.join("12"))
print("a" "b" 'c', r"\n", rb"\x", b"\x41\n", """multi
line""", "line\
cont", u"u", f"a" "{b}" rf"\{1}", "\x41\u00e9\U0001F600", '\'', "\
")
print(str(1.0), str(1e100), str(True), str(None), str([1, "a", None, 2.5, (1,), {1: 2}, {3}, b"x", ...]), str(object), str(len), str(int.__add__), str("".join), str(print), str(type), str(range(3)), str(slice(1, 2)), str(NotImplemented), str(Exception("a", 1)), str(KeyError("k")), repr(KeyError("k")), str(OSError(2, "m", "f")), repr(OSError(2, "m", "f")), str(StopIteration(3)), str(Exception()), repr(SystemExit(1)), str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why")), str(SyntaxError("m", ("f", 1, 2, "t"))), str(ExceptionGroup("g", [ValueError(1)])) if "ExceptionGroup" in dir(__builtins__) else "g (1 sub-exception)")
