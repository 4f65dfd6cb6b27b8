import re

text = "Ann: 31, Bob: 42; carol: 7"
print(re.findall(r"(\w+): (\d+)", text), re.search(r"\d+", text).group(), re.match(r"\d", text))
m = re.search(r"(?P<name>[A-Z]\w+): (?P<age>\d+)", text)
print(m.groupdict(), m.span(), m.start("age"), m["name"], m.groups(), m)
print(re.sub(r"\d+", lambda m: str(int(m.group()) + 1), text), re.sub(r"(\w+): (\d+)", r"\2=\1", text, count=2))
print(re.split(r"[,;]\s*", text), re.split(r"(-)", "a-b-c"), [m.start() for m in re.finditer("a", "banana")])
p = re.compile(r"""
    ^\s*(\w+)\s*   # key
    =\s*(.*?)\s*$  # value
""", re.VERBOSE | re.MULTILINE)
print(p.findall("a = 1\n b=two words \n"), p.flags & re.M != 0, re.escape("a.b*c"))
print(re.fullmatch(r"[a-f0-9]{4}", "beef") is not None, re.sub("(?i)HELLO", "bye", "Hello hello"), re.findall(r"(?<=\$)\d+", "$5 and $10"), re.findall(r"\b\w", "to be or"))
try:
    re.compile("(unclosed")
except re.error as e:
    print(e)
