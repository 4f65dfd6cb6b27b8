import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    value: str
    pos: int


SPEC = [("NUM", r"\d+(\.\d+)?"), ("NAME", r"[a-z]\w*"), ("OP", r"[-+*/()=]"), ("SKIP", r"\s+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))


def tokens(text):
    for m in PATTERN.finditer(text):
        kind = m.lastgroup
        if kind == "BAD":
            raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        if kind != "SKIP":
            yield Token(kind, m.group(), m.start())


class Parser:
    def __init__(self, text, names):
        self.toks, self.i, self.names = list(tokens(text)), 0, names

    def peek(self):
        return self.toks[self.i].value if self.i < len(self.toks) else None

    def take(self):
        self.i += 1
        return self.toks[self.i - 1]

    def expr(self):
        v = self.term()
        while self.peek() in ("+", "-"):
            op = self.take().value
            v = v + self.term() if op == "+" else v - self.term()
        return v

    def term(self):
        v = self.factor()
        while self.peek() in ("*", "/"):
            op = self.take().value
            v = v * self.factor() if op == "*" else v / self.factor()
        return v

    def factor(self):
        t = self.take()
        if t.kind == "NUM":
            return float(t.value)
        if t.value == "(":
            v = self.expr()
            self.take()
            return v
        if t.value == "-":
            return -self.factor()
        return self.names[t.value]


for text in ("1 + 2 * 3", "(1 + 2) * -x", "8 / 4 / 2 - y", "2 $ 3", "z"):
    try:
        print(text, "=", Parser(text, {"x": 2, "y": 0.5}).expr())
    except (SyntaxError, KeyError) as e:
        print(text, "!", type(e).__name__, e)
