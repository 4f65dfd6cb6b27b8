"""Writes cases.txt.gz: methods of str and bytes with what CPython 3.13 answers.

Run it as: python3.13 record.py | gzip -n9 > cases.txt.gz
A line is the name, the arguments and the answer, with tabs between. A str is s
and its UTF-8 in hex, bytes are b and hex, an int is i and the number, None is
n, lists are in brackets, an error is ! and hex.
"""
import hashlib
import random

rnd = random.Random(99)


def show(x):
    if x is None:
        return "n"
    if isinstance(x, int):
        return f"i{int(x)}"
    if isinstance(x, str):
        return "s" + x.encode("utf-8", "surrogatepass").hex()
    if isinstance(x, (bytes, bytearray)):
        return "b" + bytes(x).hex()
    return "[" + " ".join(map(show, x)) + "]"


def put(name, fn, *args):
    try:
        answer = show(fn(*args))
    except Exception as e:
        answer = "!" + (type(e).__name__ + ": " + str(e)).encode("utf-8", "surrogatepass").hex()
    print(name, *map(show, args), answer, sep="\t")


PROPERTIES = "isalpha isalnum isdecimal isdigit isnumeric isspace isprintable islower isupper istitle isidentifier".split()
CASES = "upper lower title casefold swapcase capitalize".split()
EVERY = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]


def runs(test):
    out, start = [], None
    for c in range(0x110001):
        inside = c < 0x110000 and test(chr(c))
        if inside and start is None:
            start = c
        elif not inside and start is not None:
            out.append(f"{start}-{c - 1}")
            start = None
    return ",".join(out)


for name in PROPERTIES:
    print("runs", name, runs(getattr(str, name)), sep="\t")
print("runs", "namepart", runs(lambda c: ("a" + c).isidentifier()), sep="\t")
for name in CASES:
    f = getattr(str, name)
    print("hash", name, hashlib.sha256("".join(map(f, EVERY)).encode()).hexdigest(), sep="\t")
    for c in EVERY:
        if f(c) != c and (name != "swapcase" and name != "capitalize"):
            put(name, f, c)

ALPHABETS = ["abAB ", "ab \t\n", "a\u00e9\u03a3\u03c3 .'", "01+-_ ", "\u01c4\u01c5\u01c6xX", "\U0001f600a\u20ac\x1c\x85\u2028", "\ud800\udc00a\udcff ", "\r\n\x0b\x0cx",
             "\u00df\ufb03\u0130I\u0131i", "'\"\\\x00\x7f\xa0\u200b", "\u0661\u00b2\u00bd5", "\u3042\u4e00\u0301a", "\t\tab\n"]


def text():
    a = rnd.choice(ALPHABETS)
    return "".join(rnd.choice(a) for _ in range(rnd.randrange(0, 9)))


def data():
    return text().encode("latin-1", "replace") if rnd.random() < 0.7 else rnd.randbytes(rnd.randrange(0, 6))


def pos():
    return rnd.choice([None, None, 0, 1, 2, 3, -1, -2, 5, 100, -100])


for kind, make in ("str", text), ("bytes", data):
    T = str if kind == "str" else bytes
    p = "" if kind == "str" else "b."
    for _ in range(600):
        s = make()
        a = make()
        sub = s[rnd.randrange(len(s) + 1):][:rnd.randrange(0, 3)] if rnd.random() < 0.7 else a[:2]
        i, j = pos(), pos()
        for name in "find", "rfind", "count", "startswith", "endswith":
            put(p + name, getattr(T, name), s, sub, i, j)
        n = rnd.choice([-1, 0, 1, 2, 3, 100])
        for name in "split", "rsplit":
            put(p + name, getattr(T, name), s, sub, n)
            put(p + name, getattr(T, name), s, None, n)
        put(p + "splitlines", T.splitlines, s, rnd.randrange(2))
        for name in "partition", "rpartition":
            put(p + name, getattr(T, name), s, sub)
        put(p + "replace", T.replace, s, sub, a, n)
        for name in "strip", "lstrip", "rstrip":
            put(p + name, getattr(T, name), s, None)
            put(p + name, getattr(T, name), s, a)
        for name in ["upper", "lower", "title", "capitalize", "swapcase"]:
            put(p + name, getattr(T, name), s)
        for name in ["isalpha", "isalnum", "isdigit", "isspace", "islower", "isupper", "istitle"]:
            put(p + name, getattr(T, name), s)
        if kind == "str":
            put("casefold", str.casefold, s)
            for name in "isdecimal", "isnumeric", "isprintable", "isidentifier":
                put(name, getattr(str, name), s)
            put("ascii", ascii, s)
        w = rnd.randrange(-1, 14)
        fill = make()[:1] or T([42]) if kind == "bytes" else make()[:1] or "*"
        for name in "center", "ljust", "rjust":
            put(p + name, getattr(T, name), s, w, fill)
        put(p + "zfill", T.zfill, s, w)
        put(p + "expandtabs", T.expandtabs, s, rnd.choice([8, 4, 1, 0, -1, 3]))
        put(p + "repr", repr, s)
        put(p + "slice", lambda s, i, j, k: s[i:j:k], s, i, j, rnd.choice([1, 2, 3, -1, -2, -3, 100, -100]))
        for name in "removeprefix", "removesuffix":
            put(p + name, getattr(T, name), s, sub)
for _ in range(300):
    s = data()
    put("b.hex", lambda s, sep, n: s.hex(sep, n), s, ":", rnd.choice([1, 2, 3, -1, -2, 0, 100]))
    put("b.fromhex", bytes.fromhex, "".join(rnd.choice("0aF9 \n") for _ in range(rnd.randrange(0, 8))))
for s in ["", "zz", "0", "0z", "a b", "ab c", "ab\u00e9", "\u00e9", " 1 ", "1\x1c1", "ab\xa0cd"]:
    put("b.fromhex", bytes.fromhex, s)
for s in [b"", b"\xff\xff", b"a\tb", b"tr\x00"]:
    put("b.translate", lambda s, t, d: s.translate(t, d), s, bytes(range(255, -1, -1)), b"t")
    put("b.translate", lambda s, t, d: s.translate(t, d), s, b"", b"t")
for c in range(0x2000):
    put("repr", repr, chr(c))
CODECS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "UTF8", "iso-8859-1", "u8", "utf-8-sig", "nope"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "bad"]
for _ in range(1500):
    c = rnd.choice(CODECS)
    h = rnd.choice(HANDLERS)
    put("encode", str.encode, text(), c, h)
    if h == "xmlcharrefreplace" or h == "bad" and "16" in c:
        h = "strict"
    if "32" in c and h == "surrogatepass" or "16" in c and h in ("surrogatepass",):
        h = "ignore"
    k = rnd.randrange(3)
    if k == 0:
        d = rnd.randbytes(rnd.randrange(0, 9))
    elif k == 1:
        d = bytes(rnd.choice(b"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xed\xa0\xffa\xf4\x90\xe0\x80\xc0\xd8\xdc\x00\xfe") for _ in range(rnd.randrange(0, 9)))
    else:
        d = text().encode("utf-8" if rnd.random() < 0.5 else "utf-16", "surrogatepass")
    put("decode", bytes.decode, d, c, h)
for c in range(256):
    for tail in b"", b"a", b"\x80", b"\x80\x80", b"\x80\x80\x80", b"\x90\x80", b"\xa0\x80", b"\xbf", b"\xff":
        put("decode", bytes.decode, bytes([c]) + tail, "utf-8", "strict")
        put("decode", bytes.decode, bytes([c]) + tail, "utf-8", "replace")
