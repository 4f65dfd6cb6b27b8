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

for text, kw in (("a=b; c|d 'x y'", {"punctuation_chars": True}), ("a.b(c, 'd') # com\nnext", {}), ("foo 'a b'\"c\\\"d\" e\\ f", {"posix": True}),
                 ("a&&b ||c>>d", {"punctuation_chars": "&|"}), ("'' x", {"posix": True}), ("", {})):
    print(list(shlex.shlex(text, **kw)))
lex = shlex.shlex("one two.three\nfour", "file")
lex.whitespace_split = True
lex.push_token("zero")
print(list(lex), lex.lineno, lex.error_leader(), repr(lex.eof))
for text, kw in (("'open", {}), ("end\\", {"posix": True})):
    try:
        list(shlex.shlex(text, **kw))
    except ValueError as e:
        print(e)
