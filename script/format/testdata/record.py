"""Writes cases.jsonl.gz: formatting with what CPython 3.13 answers.

Run it as: python3.13 record.py | gzip -n9 > cases.jsonl.gz
A line has the kind of formatting, the layout, the values, and the result or
the error. Ints are written as {"i": "1"}, floats as {"f": hex}, bytes as
{"b": latin-1}, lists as {"l": [...]}, dicts as {"d": {...}}.
"""
import json
import random
import warnings

warnings.simplefilter("ignore")
rnd = random.Random(7)


def enc(v):
    if isinstance(v, bool):
        return {"t": int(v)}
    if isinstance(v, int):
        return {"i": str(v) if abs(v) < 10**4000 else hex(v)}
    if isinstance(v, float):
        return {"f": v.hex()}
    if isinstance(v, bytes):
        return {"b": v.decode("latin-1")}
    if isinstance(v, list):
        return {"l": [enc(x) for x in v]}
    if isinstance(v, dict):
        return {"d": {k if isinstance(k, str) else k.decode("latin-1"): enc(x) for k, x in v.items()}}
    return v


def put(kind, layout, values, fn):
    line = {"kind": kind, "layout": enc(layout), "values": [enc(v) for v in values]}
    try:
        line["want"] = enc(fn())
    except Exception as e:
        text = str(e)
        if "has no attribute" in text or "is not subscriptable" in text:
            return
        line["error"] = type(e).__name__ + ": " + text
    print(json.dumps(line))


def spec(v, s):
    put("spec", s, [v], lambda: format(v, s))


SPECS = """ s|d|x|c|,|_|05|<05|>5|^7|=+7|*^+9|#x|#o|#b|#X|#06x|_x|_b|,x|,s|_s|,c|_c|,n|_n|n|,,|__|,_|_,|.|.3|.0|.3d|+c|#c|z|zf|z.1f|zd|z+.0f|e|E|f|F|g|G|%|.2%|.0e
|#.0e|#.0f|#.0g|#g|#|.10|010|010,|015,|016,|017_|020,.2f|015_x|#015_x|}>5|{<5|\u20ac>5|\u20ac|z>5|5 |d |xx|5d5|10.3|10,|0|+| |-|a|q|\x00<5|\x00|\n|99999999999999999999|
.99999999999999999999|\u0665|.\u0662f|<|=|^|<<5|=5|=05|<5s|.2s|>8.2s|05s|,d|_d|.1f|.2f|.3e|+.1e| .2f|-.2f|+g|,.3f|_.3f|,e|,g|,%|_%|012,.1f|.2147483648f|.1000000000000f|c|>5c|05c|<5c|^5c|08b|#010b|_b|_o|_X|012_b|.17g|.16g|.15g|.20f|.1|.2|+.3|#.3|#n|,.5|010.3""".replace("\n", "").split("|")
VALUES = [0, 1, -1, 7, 65, -65, 255, 1234567, -1234567, 10**20, -(10**30), 0x110000, True, False, 0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 1234567.891, -0.04,
          1e16, 1e15, 1e-5, 1e-4, 123456.0, 99999.5, 1e100, 5e-324, 100.0, 12.0, float("inf"), float("-inf"), float("nan"), 3.14159, "", "a", "abc", "\u20acuro\U0001f600"]
for v in VALUES:
    for s in SPECS:
        spec(v, s)
for s in "f", "e", "g", "%", "d", "x", ",", "c":
    spec(10**400, s)
    spec(10**5000, s)


def random_spec():
    s = ""
    if rnd.random() < 0.4:
        s += rnd.choice(["", "*", "0", "x", " ", "\u00e9"]) + rnd.choice("<>=^")
    s += rnd.choice(["", "", "", "+", "-", " "])
    s += rnd.choice(["", "", "", "", "z"])
    s += rnd.choice(["", "", "", "#"])
    s += rnd.choice(["", "", "", "0"])
    s += rnd.choice(["", "", str(rnd.randrange(1, 25))])
    s += rnd.choice(["", "", "", ",", "_"])
    s += rnd.choice(["", "", "." + str(rnd.randrange(0, 22))])
    s += rnd.choice(["", "", "d", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s"])
    return s


def random_float():
    k = rnd.randrange(6)
    if k == 0:
        return rnd.randrange(-2000, 2000) / 8
    if k == 1:
        return rnd.randrange(-10**6, 10**6) / 1000
    if k == 2:
        return rnd.choice(VALUES[14:35])
    return rnd.uniform(-10, 10) * 10.0 ** rnd.randrange(-12, 25)


def random_value():
    k = rnd.randrange(5)
    if k == 0:
        return rnd.choice(VALUES)
    if k == 1:
        return rnd.choice([-1, 1]) * rnd.getrandbits(rnd.choice([3, 8, 16, 20, 40, 80]))
    return random_float()


for _ in range(6000):
    spec(random_value(), random_spec())


def per(layout, *args):
    one = args[0] if len(args) == 1 and isinstance(args[0], (dict, list)) else args
    put("percent", layout, args, lambda: layout % one)


def perb(layout, *args):
    one = args[0] if len(args) == 1 and isinstance(args[0], (dict, list)) else args
    put("percentb", layout, args, lambda: layout % one)


CODES = "%s|%r|%a|%d|%i|%u|%x|%X|%o|%e|%E|%f|%F|%g|%G|%c|%%|%z|%|%5s|%-5s|%05s|%.2s|%+s|%05d|%-05d|%+d|% d|%+ d|%.3d|%8.3d|%08.3d|%-8.3d|%#x|%#X|%#o|%#06x|%#.3x|%#8x|%.0f|%#.0f|%8.2f|%08.2f|%-8.2f|%+.1e|%#g|%.3g|%5c|%05c|%-5c|%ld|%hd|%Ld|%lld|%5%|%.f|%. f|%b|%\u20ac|%\x01|%99999999999999999999d|%.99999999999999999999d|%.2147483648d|%(a)s|%(a|%(a)|%*d|%.*f|a|%s %s|%n|%5|%.|%-|%l".split("|")
for c in CODES:
    for v in [0, 5, -5, 255, -255, 3.99, -3.5, 1e10, float("inf"), float("nan"), "a", "ab", "", "\u20ac\u00e9", True, 10**30, 0x110000, -1, 0x20ac]:
        per("<" + c + ">", v)
        per(c, v)
    per(c)
    per(c, 1, 2)
    per(c, -4, 2.5)
    per(c, {"a": 7, "b": "x"})
    per(c, [1])
    if c.isascii():
        for v in [5, -5, 3.5, b"ab", b"c", "x", 256, 65]:
            perb(b"<" + c.encode() + b">", v)
        perb(c.encode())
        perb(c.encode(), 1, 2)
        perb(c.encode(), {b"a": b"7"})
for layout in ["%(a)d %(b)s", "%((a))s", "%(a)s %s", "%(a)*d", "%%(a)s", "%(c)s", "x", "%s", "%(a)5.1f|", "%()s", "%(a(b)c)s", "%((a)s"]:
    per(layout, {"": "empty", "(a)": 3, "a": 1, "a(b)c": 9, "b": "two"})
for layout in ["%*d|", "%-*d|", "%.*f", "%*.*f", "%*s", "%0*d"]:
    for args in [(5, 3), (-5, 3), (2, 3.14159), (8, 2, 3.14159), ("a", 3), (0, "x"), (-3, 1.5), (1.5, 2), (True, 1), (10**30, 1)]:
        if 10**30 not in args:
            per(layout, *args)
for _ in range(2000):
    c = "%" + "".join(rnd.choice(["", "", "-", "+", " ", "#", "0"]) for _ in range(3))
    c += rnd.choice(["", str(rnd.randrange(1, 20))]) + rnd.choice(["", "", "." + str(rnd.randrange(0, 15))])
    per("<" + c + rnd.choice("sradiuxXoeEfFgGc") + ">", random_value())


def tmpl(layout, *args, **kw):
    put("template", layout, [list(args), kw], lambda: layout.format(*args, **kw))


LAYOUTS = """{|}|{0|{0!}|{0!x}|{0!rr}|{0!r|{0!|{!|{0:{1}|{a|{0.}|{0[}|{0[]}|{0[0}|{0[0]x}|{}{0}|{0}{}|{:{:{}}}|{0}|{a}|{ }|{!r}|{3[01]}|{4[-1]}|{{}}|{0:}}|{0:}}}|{:{{}}}|{0:{0}}
|{99999999999999999999}|{3[0]}|{0!r:>{w}}|a{|a}b|{:}|{0:{1}}|{a{b}}|{!}|{0!r }|{0!r:}|{4[[]}|{0..b}|{4[a}]}|{4[k]}|{4[k]!r:>5}|{}{}{}|{:>{}}|{:>{w}}|{w}{}|{}{w}{}|{{{}}}|{{{0}|}}{{|{{}|{}}|{0:>{1}{2}}|{7}|{-1}|{1_0}|{\u0660}|{0 }
|{0:{{}|{0!\u20ac}|{0!\x01}|{0!s:{w}.{one}}|{2!a}|{3[99999999999999999999]}|{3[1]:03d}|{5[n][1]}|{4[n][1][0]}|{3[0|{3[0]]}|{3]}|{}[0]|{0:!r}|{0:a:b}|{w:{w}}|{:{}}{:{}}|x{{y}}z|{0[a]b}|{|}|{0}}|{0:{1!r}}|{0:{1:{w}}}|{.}|{[]}|{0!r!s}|{2:{w}}|{4[k]:{w}}|{2[0]}|{2[1]!r}""".replace("\n", "").split("|")
for layout in LAYOUTS:
    tmpl(layout, 5, 3, "h\u00e9", [10, 20], {"k": "v", "-1": 1, "[": 2, "a}": 3, "n": [[1], [2]]}, w=6, one=1)
    tmpl(layout)
for _ in range(2000):
    layout = "".join(rnd.choice(["{", "}", "{{", "}}", "0", "1", "w", "!r", ":", ">5", "[0]", "a", "{}", "{0}", "{w}", ".", "[", "]", "!"]) for _ in range(rnd.randrange(1, 7)))
    tmpl(layout, 5, 3, w=6)
