import string
from string import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


for n in string.__all__:
    v = getattr(string, n)
    if isinstance(v, str): print(n, repr(v))
print(capwords("hello  wORLD x"), capwords("a-b c", "-"))
t = Template("$who likes ${what} for $$5 and $who")
print(t.substitute(who="tim", what="kung pao"), t.substitute({"who": 1, "what": 2}), t.substitute({"who": 1}, what=3), t.safe_substitute(who="x"), t.get_identifiers(), t.is_valid(), t.template)
attempt("missing", t.substitute, who=1); attempt("invalid", Template("a $ b").substitute); attempt("invalid", Template("l1\nl2 $9").substitute); print(Template("$ $9 ${").safe_substitute(), Template("$ x").is_valid())
class P(Template): delimiter = "%"; idpattern = "[a-z]+"
print(P("%a $b %%").substitute(a=1), Template("$Abc ${d_1}").substitute(Abc=1, d_1=2))
f = Formatter()
for args, kw in [(("{} {}", 1, 2), {}), (("{0} {1} {0}", 1, 2), {}), (("{a} {b!r:>5} {c:{w}.2f}",), dict(a=1, b="x", c=2.5, w=8)), (("{{}} {0[k]} {0[k][0]}", {"k": "v"}), {}), (("{x.real}",), {"x": 5}), (("{!s:>4}|{!a}", 1, "é"), {}), (("plain",), {}), (("{",), {}), (("}",), {}), (("{0",), {}), (("{} {0}", 1), {}), (("{0} {}", 1), {}), (("{z}",), {}), (("{5}",), {}), (("{!x}", 1), {}), (("{:{}}", 1, 5), {})]:
    attempt(args[0], f.format, *args, **kw)
print(list(f.parse("a{b!r:c}d{{e}}{}")), f.get_field("a[0].real", (), {"a": [7]}), f.get_value(0, (5,), {}), f.convert_field(3, "r"), f.format_field(3, "03d"))
class Default(Formatter):
    def get_value(self, k, a, kw): return kw.get(k, "<%s>" % k) if isinstance(k, str) else super().get_value(k, a, kw)
    def check_unused_args(self, used, a, kw): print("used", sorted(map(str, used)))
print(Default().format("{a} {b} {0}", "z", a=1), f.vformat("{0}{x}", (1,), {"x": 2}))
