import re


def show(m):
    if isinstance(m, re.Match):
        return (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)
    return m


def attempt(f, *args, **kw):
    try:
        print(repr(args)[:70], "->", show(f(*args, **kw)))
    except re.error as e:
        print(repr(args)[:70], "!", type(e).__name__, e, "|", e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(args)[:70], "!", type(e).__name__, e)


# matching
for p, s in [("a", "a"), ("a|b", "b"), ("(a)(b)?", "ac"), ("(?P<x>a+)(?P<y>b*)", "aab"), ("a.c", "a\nc"), ("(?s)a.c", "a\nc"),
             ("^b", "a\nb"), ("(?m)^b$", "a\nb\nc"), ("a$", "a\n"), (r"a\Z", "a\n"), (r"\bfoo\b", "a foo b"), (r"\Boo\b", "foo"),
             ("[^abc]+", "abcdef"), ("[a-c-]+", "a-bz"), ("[]a]+", "]a"), ("[^]]+", "ab]"), (r"[\d\-x]+", "1-x"), (r"\d+", "x٣4"), (r"(?a)\d+", "x٣4"),
             (r"\w+", "héllo wörld"), (r"(?a)\w+", "héllo"), (r"\s+", "a\u2003\x1cb"), ("(?i)STRASSE", "strasse"), ("(?i)[a-z]+", "ABC"), ("(?i)ſ", "S"), ("(?i)é", "É"),
             ("a{2}", "aaa"), ("a{2,}", "aaaa"), ("a{,2}", "aaaa"), ("a{1,2}?", "aaaa"), ("a{x}", "a{x}"), ("a{}", "a{}"), ("a{,}", "aaa"), ("x{1,2", "x{1,2"),
             ("(a+)+b", "aaab"), ("(?:a|ab)(?:c|bcd)(d*)", "abcd"), ("a*?b", "aab"), ("a++b", "aab"), ("a++a", "aaa"), ("(?>a+)a", "aaa"), ("(?>ab|a)c", "ac"),
             (r"(a)\1", "aa"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), (r"(?i)(a)\1", "aA"), ("(?<=a)b", "ab"), ("(?<!a)b", "cb"), ("(?=ab)a", "ab"), ("(?!b)a", "a"), ("(?<=^|,)x", "x"),
             ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "c"), ("(?P<n>a)?(?(n)b)", "ab"), ("(?x) a  b # c\n c", "abc"), ("(?i:a)b", "Ab"), ("(?i:a)b", "AB"), ("(?-i:a)b", "aB"), ("(?s-i:a.)", "a\n"),
             ("((a)|b)*", "ab"), ("(?:(a)|(b)|(c))*", "abc"), ("(a*)*", "aab"), ("(a*?)*?b", "aab"), ("(?:a?)*?y", "aay"), ("(a|b)*?c", "abac"), (r"(\w+)\s(\w+)", "hello big world"),
             (r"\x41\u0042\U00000043\t\101", "ABC\tA"), (r"\N{LATIN SMALL LETTER A}", "a"), (r"[\b]", "\b"), (r"\0", "\0"), ("(?#note)a", "a"), ("", "abc"), ("a||b", "b"), ("(|a)+", "aa"),
             ("x*", "axb"), (r"(?:(?:ab)+c?)+", "ababcabx"), (r"^(?:(\d+)|(\w+))$", "abc"), (r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "abcdefghijj"), ("[[]", "["), (r"\.\*\\", r".*\ ".strip())]:
    attempt(re.search, p, s)
    attempt(re.match, p, s)
    attempt(re.fullmatch, p, s)

# what is refused
for p in ["(", ")", "a)", "*", "a**", "a*??", "+a", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1a>a)", "(?P<a>x)(?P<a>y)", "(?P=b)", "(?P<a", "(?Px)", "(?z)", "(?<x)", "(?<", "[", "[a", "[z-a]", r"[\d-z]", r"[a-\d]",
          "\\", r"\q", r"[\q]", r"\x1", r"\u12", r"\1", r"(a\1)", r"(a)\2", "a{2,1}", "a{99999999999}", "(?<=a*)b", "(?<=(a)\\1)b", "(?(1)a|b|c)", "(?(2)a)", "(?(0)a)", "(?(x)a)", "(?(", "a(?i)", "(?i", "(?i-", "(?i-i:a)", "(?-a:x)", "(?au)", "(?L)a",
          "(?#", "x\n(", r"\N{nothing}", r"\N", "(?P<é>a)", "(?i-s", "(?i-z:a)", "(?iz)", "(?:a", r"\400", "(?m)*", "^*", "$*", "(?:)*", r"\b*", "(?=a)*", "a|*", "(?i)(?m)a", "{1}", "x{1}{2}", "(*)", "(?P<a>(?P=a))"]:
    attempt(re.compile, p)
attempt(re.compile, b"(?u)a"); attempt(re.compile, b"\\xzz"); attempt(re.compile, "a", re.L); attempt(re.compile, "a", re.A | re.U); attempt(re.compile, b"a", re.U); attempt(re.compile, 5); attempt(re.match, "a", b"a"); attempt(re.match, b"a", "a"); attempt(re.match, "a", 5)
attempt(re.compile, re.compile("a"), re.I)

# all matches
print(re.findall("a*", "baac"), re.findall("(a)(b)?", "abac"), re.findall("(x)|y", "xy"), re.findall(r"\b", "ab cd"), re.findall("|a", "aa"), re.findall("a|", "aab"))
print([m.span() for m in re.finditer("a*?", "aa")], [m.group() for m in re.finditer(r"\w", "añb")], re.findall(b"[a-c]+", b"abcxa"))
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "Words, words."), re.split("x*", "axbc"), re.split(r"(\W)?", "ab c"), re.split(",", "a,b,c", maxsplit=1), re.split("", "ab"), re.split(b",", b"a,b"), re.split("[a-f]+", "0a3B9", flags=re.IGNORECASE))
print(re.sub("a", "b", "banana", count=2), re.sub("x*", "-", "abxd"), re.sub("(a)(b)?", r"[\1|\2]", "abac"), re.sub(r"(?P<w>\w+)", r"<\g<w>\g<1>\g<0>>", "hi yo"), re.sub("a", lambda m: m.group().upper() * 2, "banana"), re.subn("n", "", "banana"), re.sub("a", r"\n\t\\\x" if False else r"\n\t\\", "a"), re.sub("", "-", "ab"), re.sub(b"a", b"<\\g<0>>", b"ba"), re.sub("(a)", r"\0\1\101", "a"), re.sub("a|", "x", "aab"), re.sub("$", "!", "a\n"))
for t in [r"\q", r"\g", r"\g<", r"\g<>", r"\g<x>", r"\g<1", r"\2", r"\g<2>", r"\g<-1>", "\\", r"\400", r"\g<1x>"]:
    attempt(re.sub, "(a)", t, "a")
attempt(re.sub, "a", 5, "a"); attempt(lambda: re.sub("a", lambda m: 5, "a")); print(re.sub("a", lambda m: "", "banana"))

# objects
p = re.compile(r"(?P<k>\w+)=(?P<v>\w*)", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), p == re.compile(r"(?P<k>\w+)=(?P<v>\w*)", re.I | re.M), p == 5, hash(p) == hash(re.compile(p.pattern, p.flags & ~32)), p.__class__)
m = p.search("x a=1 b=2", 2)
print(m, m["k"], m[2], m.group("k", "v", 0), m.start("v"), m.end(), m.span(1), m.pos, m.endpos, m.string, m.re is p, m.regs, m.expand(r"\2=\g<k>"), m.lastgroup, bool(m))
attempt(m.group, 3); attempt(m.group, "z"); attempt(m.__getitem__, -1); attempt(m.start, 9); attempt(m.group, 1.5)
print(p.match("a=1", 1), p.fullmatch("a=1 ", 0, 3), p.search("a=1", 5), p.findall("a=1 b=2", 3), [x.group() for x in p.finditer("a=1 b=2", 0, 5)], re.compile("^a").match("ba", 1), re.compile("a$").match("ab", 0, 1), re.compile(r"(?<=b)a").match("ba", 1))
print(re.compile("é+").search("aéé").span(), re.search("𝒳", "ab𝒳c").span(), repr(re.match(".*", "x" * 60)), repr(re.compile("y" * 250))[-30:], re.compile(b"a"), re.compile("(?x)a"), re.compile("a", re.A), re.compile("a", re.DOTALL | re.VERBOSE))
print(re.I, repr(re.I), repr(re.I | re.M), re.I | re.M, repr(re.RegexFlag(0)), re.IGNORECASE | 0 == 2, int(re.X), re.compile("a", re.I).flags & re.I, repr(~re.I), re.RegexFlag.I.name, re.NOFLAG)
print(re.escape("a.b*c d-é_#&~@/"), re.escape(b"a.b\x00"), re.escape(""))
import copy
print(copy.copy(p) is p, copy.deepcopy(p) is p, re.Pattern[str], re.Match[bytes], isinstance(m, re.Match), type(p).__name__, type(m).__module__)
try:
    raise re.error("m", "ab\ncd", 4)
except re.PatternError as e:
    print(e, e.pattern, e.lineno, e.colno, re.error is re.PatternError, e.args)
token = re.compile(r"(?P<num>\d+(?:\.\d*)?)|(?P<id>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<ws>\s+)|(?P<bad>.)")
print([(m.lastgroup, m.group()) for m in token.finditer("x1 = 3.14*(y - 2)$") if m.lastgroup != "ws"])
print(re.match(r"^[\w.+-]+@[\w-]+\.[\w.-]+$", "ann.b+c@mail.example.org"), re.findall(r"(\d{4})-(\d{2})-(\d{2})", "2024-01-02, 2023-12-31"), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower(), re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"))
print(len(re.findall("(?:a|b)*c", "ab" * 20000 + "c")), re.match("(a?){30}a{30}" if False else "(a|aa)+$", "a" * 28).span(), re.match("(?:x+)+y", "x" * 16))

scanner = re.compile(r"a|\b").scanner("aab a")
print(type(scanner), scanner.pattern, [scanner.match() for _ in range(4)])
scanner = re.compile(r"\d*").scanner("1a22", 1, 3)
print([scanner.search() for _ in range(6)], [n for n in dir(scanner) if n[0] != "_"])
scanner = re.compile(r"(?P<number>\d+)|(?P<plus>\+)|(?P<blank> +)").scanner("12 + 3x")
print([(m.lastgroup, m.group()) for m in iter(scanner.match, None)], scanner.search())
