import shlex


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


for s in ["a b c", "'a b' c", '"a b" c\\ d', "a'b'c\"d\"", "", "  ", "''", "a '' b", '"x\\"y" "\\n" "\\\\"', "a # c", "x\ty\nz", "'unclosed", "end\\", '"', "--opt=val '$x'", "é ü"]:
    attempt(repr(s), shlex.split, s)
print(shlex.split("a # c\nd", comments=True))
for s in ["", "simple", "a b", "it's", "$x", "a/b-c_d.e", "é", "a\nb", "*"]: print(shlex.quote(s))
print(shlex.join(["echo", "a b", "it's"]), shlex.split(shlex.join(["x y", "'", '"']))); attempt("none", shlex.split, None)
