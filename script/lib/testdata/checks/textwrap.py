import textwrap


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


text = "The quick brown fox, well-known for its   jumping-over skills, jumped over the lazy dog--twice. It was\tfun!  Yes."
for w in (5, 10, 20, 33, 70):
    print(textwrap.wrap(text, w))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("supercalifragilistic word", 8), textwrap.wrap("supercalifragilistic word", 8, break_long_words=False), textwrap.wrap("a-b-c-d well-known-thing", 6, break_on_hyphens=False), textwrap.wrap("", 5), textwrap.wrap("   ", 5), textwrap.wrap("  lead  trail  ", 8), textwrap.wrap("a  b   c", 3, drop_whitespace=False))
print(textwrap.wrap("line one\nline two\n\nline three", 12), textwrap.wrap("x\ty", 20, expand_tabs=False, replace_whitespace=False), textwrap.wrap("One. Two. three", 40, fix_sentence_endings=True))
print(textwrap.shorten("Hello  world  again", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10), textwrap.shorten("Hello world", 9, placeholder="..."), textwrap.shorten("abcdefghijkl", 8))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=3, placeholder="~"))
attempt("width", textwrap.wrap, "x", 0); attempt("placeholder", textwrap.shorten, "hello world foo", 3)
print(repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.dedent("\n    x\n   \n    y\n  ")), repr(textwrap.dedent("\ta\n\tb")), repr(textwrap.dedent(" a\n\tb")), repr(textwrap.dedent("none\n  x")), repr(textwrap.dedent("")))
print(repr(textwrap.indent("a\n\nb\n  \nc", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))
w = textwrap.TextWrapper(width=12); w.initial_indent = "- "; print(w.wrap("some words to wrap here"), w.fill("some words to wrap here"))
