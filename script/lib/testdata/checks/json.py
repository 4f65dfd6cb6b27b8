import collections
import enum
import io
import json


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e, getattr(e, "__notes__", None))


class E(enum.IntEnum): A = 5
class F(float): pass
for v in [None, True, False, 0, -5, 10**30, 1.0, 1.5, 1e100, 1e-7, 0.1, -0.0, "s", "é\u2028\U0001F600", "q\"\\/\b\f\n\r\t\x01\x7f", [], {}, [1, [2, []]], (1, 2), {"a": {"b": [1]}}, {1: 2, None: 3, True: 4, 1.5: 5}, float("nan"), float("inf"), -float("inf"), E.A, F(2.5), {E.A: 1}, collections.OrderedDict(z=1, a=2), collections.namedtuple("N", "x")(1)]:
    print(json.dumps(v), json.dumps(v, ensure_ascii=False), json.dumps(v, separators=(",", ":")))
doc = {"b": [1, 2, {"c": None}], "a": {}, "e": [], "d": ("x",)}
print(json.dumps(doc, indent=2)); print(json.dumps(doc, indent="\t", sort_keys=True)); print(json.dumps(doc, indent=0)); print(json.dumps([[]], indent=1, separators=(";", "=")))
attempt("set", json.dumps, {1}); attempt("nested", json.dumps, {"a": [1, {"b": object}]}); attempt("key", json.dumps, {(1, 2): 3}); print(json.dumps({(1, 2): 3, "k": 4}, skipkeys=True)); attempt("nan", json.dumps, [float("nan")], allow_nan=False)
loop = []; loop.append(loop); attempt("loop", json.dumps, loop); attempt("mixed sort", json.dumps, {1: 1, "a": 2}, sort_keys=True)
print(json.dumps({"s": {1}, "c": 3j}, default=lambda o: sorted(o) if isinstance(o, set) else str(o)))
class Enc(json.JSONEncoder):
    def default(self, o): return {"__class__": type(o).__name__} if not isinstance(o, bytes) else super().default(o)
print(json.dumps([object(), 1], cls=Enc), Enc(indent=1).encode([1]), list(json.JSONEncoder().iterencode([1, "a"]))[0][:1]); attempt("enc", json.dumps, b"x", cls=Enc)
f = io.StringIO(); json.dump(doc, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
for text in ['null', 'true', ' [1, 2.5, -3e2, 1E+2, "x"] ', '{"a": {"b": []}, "c": "\\u00e9\\ud83d\\ude00\\n\\/"}', '"\\ud800"', '0', '-0', '-0.0', '1e400', 'NaN', '[Infinity, -Infinity]', '12345678901234567890', '{"a":1,"a":2}', '""', '[[],{}]', b'{"k": "\xc3\xa9"}', bytearray(b"[1]")]:
    attempt(text, json.loads, text)
for text in ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"\\x"', '"\\u12"', '"\\u12g4"', '"a\nb"', '"\\', 'nul', 'True', '01', '1.', '.5', '-', '+1', '1 2', '[1]]', '{"a" 1}', '{"a":}', '{1:2}', '[\n1,\n2,\nx]', '\ufeff[]', '"tab\t"', '--1', '[,1]']:
    attempt(repr(text), json.loads, text)
attempt("type", json.loads, 3); attempt("type", json.loads, None)
print(json.loads('{"a": 1.5, "b": 2}', parse_float=str, parse_int=lambda s: s + "!"), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "b": {}}', object_pairs_hook=list), json.loads("NaN", parse_constant=lambda c: "const " + c), json.loads('"a\tb"', strict=False))
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), json.JSONDecoder().decode(" 5 "))
try: json.loads("[1,\n 2,\n oops]")
except json.JSONDecodeError as e: print(e.msg, e.lineno, e.colno, e.pos, e.doc == "[1,\n 2,\n oops]", isinstance(e, ValueError), e.__class__.__module__)
print(json.loads(json.dumps(doc)) == {"b": [1, 2, {"c": None}], "a": {}, "e": [], "d": ["x"]})
