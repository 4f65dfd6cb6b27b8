"""Writing trees as text."""

import ast

# How tightly a form binds; an operand that binds less than its place asks for is
# put in parentheses.
NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BOR, BXOR, BAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM = range(18)

BINARY = {
    ast.Add: ("+", ARITH), ast.Sub: ("-", ARITH), ast.Mult: ("*", TERM), ast.MatMult: ("@", TERM), ast.Div: ("/", TERM),
    ast.Mod: ("%", TERM), ast.Pow: ("**", POWER), ast.LShift: ("<<", SHIFT), ast.RShift: (">>", SHIFT), ast.BitOr: ("|", BOR),
    ast.BitXor: ("^", BXOR), ast.BitAnd: ("&", BAND), ast.FloorDiv: ("//", TERM),
}
UNARY = {ast.Invert: ("~", FACTOR), ast.Not: ("not ", NOT), ast.UAdd: ("+", FACTOR), ast.USub: ("-", FACTOR)}
BOOLEAN = {ast.And: (" and ", AND), ast.Or: (" or ", OR)}
COMPARE = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not",
    ast.In: "in", ast.NotIn: "not in",
}
# A float that is too large for the type, written so that it is read as infinite.
INFINITE = "1e309"
LONG_QUOTES = ['"""', "'''"]
QUOTES = ["'", '"', *LONG_QUOTES]


def constant(value):
    """Write a literal's value."""
    if value is ...:
        return "..."
    if isinstance(value, (float, complex)):
        return repr(value).replace("inf", INFINITE).replace("nan", f"({INFINITE}-{INFINITE})")
    if isinstance(value, tuple):
        items = [constant(item) for item in value]
        return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
    return repr(value)


def escape(text, quotes, whitespace):
    """The text as it stands between quotes, and which of the quotes will do."""

    def shown(c):
        if c in "\n\t" and not whitespace:
            return c
        if c == "\\" or not c.isprintable():
            return ascii(c)[1:-1]
        return c

    out = "".join(map(shown, text))
    fitting = [q for q in quotes if q not in out and ("\n" not in out or len(q) == 3)]
    if not fitting:
        whole = repr(text)
        return whole[1:-1], [next((q for q in quotes if whole[0] in q), whole[0])]
    if out:
        fitting.sort(key=lambda q: q[0] == out[-1])
        if fitting[0][0] == out[-1]:
            out = out[:-1] + "\\" + out[-1]
    return out, fitting


class Writer:
    """Writes one tree: expressions are texts, statements lines."""

    def __init__(self):
        self.lines = []
        self.depth = 0

    def text(self, node):
        if isinstance(node, (ast.Module, ast.Interactive)):
            self.block(node.body, documented=isinstance(node, ast.Module))
        elif isinstance(node, ast.Expression):
            return self.expr(node.body)
        elif isinstance(node, ast.FunctionType):
            return f"({', '.join(map(self.expr, node.argtypes))}) -> {self.expr(node.returns)}"
        elif isinstance(node, list):
            self.block(node)
        elif isinstance(node, ast.stmt):
            self.stmt(node)
        elif isinstance(node, ast.excepthandler):
            self.handler(node, "except")
        elif isinstance(node, ast.match_case):
            self.case(node)
        else:
            return self.other(node)
        return "\n".join(self.lines)

    def other(self, node):
        """A node that is no statement."""
        name = type(node).__name__
        for cls in type(node).__mro__:
            method = getattr(self, "write_" + cls.__name__, None)
            if method:
                return method(node, TEST)
        for kinds in BINARY, UNARY, BOOLEAN, COMPARE:
            if type(node) in kinds:
                return ""
        if isinstance(node, ast.expr_context):
            return ""
        raise TypeError(f"a node of type {name} cannot be written")

    # Expressions.

    def expr(self, node, level=TEST):
        if isinstance(node, ast.AST):
            for cls in type(node).__mro__:
                method = getattr(self, "write_" + cls.__name__, None)
                if method:
                    return method(node, level)
        return self.other(node)

    def several(self, nodes, level=TEST):
        return ", ".join([self.expr(node, level) for node in nodes])

    def write_NamedExpr(self, node, level):
        return enclosed(f"{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}", level > NAMED)

    def write_BoolOp(self, node, level):
        word, own = BOOLEAN[type(node.op)]
        parts = [self.expr(value, min(own + i, ATOM)) for i, value in enumerate(node.values, 1)]
        return enclosed(word.join(parts), level > own)

    def write_BinOp(self, node, level):
        sign, own = BINARY[type(node.op)]
        left, right = (own + 1, own) if sign == "**" else (own, own + 1)
        return enclosed(f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}", level > own)

    def write_UnaryOp(self, node, level):
        sign, own = UNARY[type(node.op)]
        return enclosed(sign + self.expr(node.operand, own), level > own)

    def write_Lambda(self, node, level):
        args = self.write_arguments(node.args)
        return enclosed(f"lambda{' ' if args else ''}{args}: {self.expr(node.body)}", level > TEST)

    def write_IfExp(self, node, level):
        text = f"{self.expr(node.body, TEST + 1)} if {self.expr(node.test, TEST + 1)} else {self.expr(node.orelse)}"
        return enclosed(text, level > TEST)

    def write_Dict(self, node, level):
        items = [
            f"**{self.expr(value, BOR)}" if key is None else f"{self.expr(key)}: {self.expr(value)}"
            for key, value in zip(node.keys, node.values)
        ]
        return "{" + ", ".join(items) + "}"

    def write_Set(self, node, level):
        return "{" + (self.several(node.elts) or "*()") + "}"

    def comprehended(self, elt, node):
        return self.expr(elt) + "".join(map(self.write_comprehension, node.generators))

    def write_comprehension(self, node, level=TEST):
        text = f"{' async' if node.is_async else ''} for {self.expr(node.target, TUPLE)} in {self.expr(node.iter, TEST + 1)}"
        return text + "".join([f" if {self.expr(test, TEST + 1)}" for test in node.ifs])

    def write_ListComp(self, node, level):
        return f"[{self.comprehended(node.elt, node)}]"

    def write_SetComp(self, node, level):
        return "{" + self.comprehended(node.elt, node) + "}"

    def write_DictComp(self, node, level):
        return "{" + f"{self.expr(node.key)}: {self.comprehended(node.value, node)}" + "}"

    def write_GeneratorExp(self, node, level):
        return f"({self.comprehended(node.elt, node)})"

    def write_Await(self, node, level):
        return enclosed(f"await {self.expr(node.value, ATOM)}" if node.value else "await", level > AWAIT)

    def write_Yield(self, node, level):
        return enclosed(f"yield {self.expr(node.value, ATOM)}" if node.value else "yield", level > YIELD)

    def write_YieldFrom(self, node, level):
        return enclosed(f"yield from {self.expr(node.value, ATOM)}", level > YIELD)

    def write_Compare(self, node, level):
        text = self.expr(node.left, CMP + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f" {COMPARE[type(op)]} {self.expr(right, CMP + 1)}"
        return enclosed(text, level > CMP)

    def write_Call(self, node, level):
        args = [self.expr(arg) for arg in [*node.args, *node.keywords]]
        return f"{self.expr(node.func, ATOM)}({', '.join(args)})"

    def write_keyword(self, node, level=TEST):
        return f"**{self.expr(node.value)}" if node.arg is None else f"{node.arg}={self.expr(node.value)}"

    def write_Constant(self, node, level):
        return ("u" if node.kind == "u" else "") + constant(node.value)

    def write_Attribute(self, node, level):
        value = self.expr(node.value, ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}"

    def write_Subscript(self, node, level):
        index = node.slice
        if isinstance(index, ast.Tuple) and index.elts:
            text = self.several(index.elts) + ("," if len(index.elts) == 1 else "")
        else:
            text = self.expr(index)
        return f"{self.expr(node.value, ATOM)}[{text}]"

    def write_Starred(self, node, level):
        return "*" + self.expr(node.value, BOR)

    def write_Name(self, node, level):
        return node.id

    def write_List(self, node, level):
        return f"[{self.several(node.elts)}]"

    def write_Tuple(self, node, level):
        text = self.several(node.elts) + ("," if len(node.elts) == 1 else "")
        return enclosed(text, not node.elts or level > TUPLE)

    def write_Slice(self, node, level):
        text = (self.expr(node.lower) if node.lower else "") + ":" + (self.expr(node.upper) if node.upper else "")
        return f"{text}:{self.expr(node.step)}" if node.step else text

    # Strings with fields.

    def write_JoinedStr(self, node, level):
        parts = [(self.inside(value), isinstance(value, ast.Constant)) for value in node.values]
        quotes, out = list(QUOTES), []
        for text, fixed in parts:
            if fixed:
                text, fitting = escape(text, quotes, True)
                if not set(fitting) & set(quotes):
                    break
                quotes = fitting
            elif "\n" in text:
                quotes = [q for q in quotes if len(q) == 3]
            out.append(text)
        else:
            return "f" + quotes[0] + "".join(out) + quotes[0]
        # No kind of quotes does: the quotes in the text are escaped.
        out = [repr('"' + text)[2:-1] if fixed else text for text, fixed in parts]
        return "f'''" + "".join(out) + "'''"

    def inside(self, node, in_format=False):
        """A part of a string with fields, without the quotes."""
        if isinstance(node, ast.JoinedStr):
            return "".join([self.inside(value, in_format) for value in node.values])
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.replace("{", "{{").replace("}", "}}")
            if in_format:
                for c, to in ("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n"):
                    text = text.replace(c, to)
            return text
        if isinstance(node, ast.FormattedValue):
            return self.write_FormattedValue(node, TEST)
        raise ValueError(f"Unexpected node inside JoinedStr, {node!r}")

    def write_FormattedValue(self, node, level):
        value = Writer().expr(node.value, TEST + 1)
        text = "{" + (" " if value.startswith("{") else "") + value
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec:
            text += ":" + self.inside(node.format_spec, True)
        return text + "}"

    # Parts of statements.

    def write_arguments(self, node, level=TEST):
        out = []
        plain = [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for i, (arg, default) in enumerate(zip(plain, defaults), 1):
            out.append(self.expr(arg) + (f"={self.expr(default)}" if default else ""))
            if i == len(node.posonlyargs):
                out.append("/")
        if node.vararg or node.kwonlyargs:
            out.append("*" + (self.expr(node.vararg) if node.vararg else ""))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            out.append(self.expr(arg) + (f"={self.expr(default)}" if default else ""))
        if node.kwarg:
            out.append("**" + self.expr(node.kwarg))
        return ", ".join(out)

    def write_arg(self, node, level=TEST):
        return node.arg + (f": {self.expr(node.annotation)}" if node.annotation else "")

    def write_alias(self, node, level=TEST):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def write_withitem(self, node, level=TEST):
        return self.expr(node.context_expr) + (f" as {self.expr(node.optional_vars)}" if node.optional_vars else "")

    def write_TypeVar(self, node, level=TEST):
        text = node.name + (f": {self.expr(node.bound)}" if node.bound else "")
        return text + self.type_default(node)

    def write_TypeVarTuple(self, node, level=TEST):
        return "*" + node.name + self.type_default(node)

    def write_ParamSpec(self, node, level=TEST):
        return "**" + node.name + self.type_default(node)

    def type_default(self, node):
        return f" = {self.expr(node.default_value)}" if node.default_value else ""

    def type_params(self, node):
        params = getattr(node, "type_params", None)
        return f"[{self.several(params)}]" if params else ""

    # Patterns.

    def write_MatchValue(self, node, level):
        return self.expr(node.value)

    def write_MatchSingleton(self, node, level):
        return constant(node.value)

    def write_MatchSequence(self, node, level):
        return f"[{self.several(node.patterns)}]"

    def write_MatchStar(self, node, level):
        return "*" + (node.name or "_")

    def write_MatchMapping(self, node, level):
        items = [f"{self.expr(key)}: {self.expr(pattern)}" for key, pattern in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append("**" + node.rest)
        return "{" + ", ".join(items) + "}"

    def write_MatchClass(self, node, level):
        items = [self.expr(pattern) for pattern in node.patterns]
        items += [f"{name}={self.expr(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expr(node.cls, ATOM)}({', '.join(items)})"

    def write_MatchAs(self, node, level):
        if node.name is None:
            return "_"
        if node.pattern is None:
            return node.name
        return enclosed(f"{self.expr(node.pattern, BOR)} as {node.name}", level > TEST)

    def write_MatchOr(self, node, level):
        return enclosed(" | ".join([self.expr(pattern, BOR + 1) for pattern in node.patterns]), level > BOR)

    # Statements.

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def body(self, head, nodes, documented=False):
        self.line(head)
        self.depth += 1
        self.block(nodes, documented)
        self.depth -= 1

    def block(self, nodes, documented=False):
        for node in nodes:
            if documented and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
                text, quotes = escape(node.value.value, LONG_QUOTES, False)
                prefix = "u" if node.value.kind == "u" else ""
                self.line(f"{prefix}{quotes[0]}{text}{quotes[0]}")
            else:
                self.stmt(node)
            documented = False

    def stmt(self, node):
        for cls in type(node).__mro__:
            method = getattr(self, "do_" + cls.__name__, None)
            if method:
                method(node)
                return
        self.line(self.other(node))

    def comment(self, node):
        return f" # type: {node.type_comment}" if getattr(node, "type_comment", None) else ""

    def decorated(self, node):
        if self.lines:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))

    def do_FunctionDef(self, node, word="def"):
        self.decorated(node)
        returns = f" -> {self.expr(node.returns)}" if node.returns else ""
        head = f"{word} {node.name}{self.type_params(node)}({self.write_arguments(node.args)}){returns}:"
        self.body(head + self.comment(node), node.body, documented=True)

    def do_AsyncFunctionDef(self, node):
        self.do_FunctionDef(node, "async def")

    def do_ClassDef(self, node):
        self.decorated(node)
        bases = self.several([*node.bases, *node.keywords])
        self.body(f"class {node.name}{self.type_params(node)}{f'({bases})' if bases else ''}:", node.body, documented=True)

    def do_Return(self, node):
        self.line(f"return {self.expr(node.value)}" if node.value else "return")

    def do_Delete(self, node):
        self.line("del " + self.several(node.targets))

    def do_Assign(self, node):
        targets = "".join([self.expr(target, TUPLE) + " = " for target in node.targets])
        self.line(targets + self.expr(node.value) + self.comment(node))

    def do_TypeAlias(self, node):
        self.line(f"type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}")

    def do_AugAssign(self, node):
        self.line(f"{self.expr(node.target)} {BINARY[type(node.op)][0]}= {self.expr(node.value)}")

    def do_AnnAssign(self, node):
        target = enclosed(self.expr(node.target), not node.simple and isinstance(node.target, ast.Name))
        value = f" = {self.expr(node.value)}" if node.value else ""
        self.line(f"{target}: {self.expr(node.annotation)}{value}")

    def do_For(self, node, word="for"):
        self.body(f"{word} {self.expr(node.target, TUPLE)} in {self.expr(node.iter)}:{self.comment(node)}", node.body)
        self.rest("else:", node.orelse)

    def do_AsyncFor(self, node):
        self.do_For(node, "async for")

    def rest(self, head, nodes):
        if nodes:
            self.body(head, nodes)

    def do_While(self, node):
        self.body(f"while {self.expr(node.test)}:", node.body)
        self.rest("else:", node.orelse)

    def do_If(self, node):
        self.body(f"if {self.expr(node.test)}:", node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            self.body(f"elif {self.expr(node.test)}:", node.body)
        self.rest("else:", node.orelse)

    def do_With(self, node, word="with"):
        self.body(f"{word} {self.several(node.items)}:{self.comment(node)}", node.body)

    def do_AsyncWith(self, node):
        self.do_With(node, "async with")

    def do_Match(self, node):
        self.line(f"match {self.expr(node.subject)}:")
        self.depth += 1
        for case in node.cases:
            self.case(case)
        self.depth -= 1

    def case(self, node):
        guard = f" if {self.expr(node.guard)}" if node.guard else ""
        self.body(f"case {self.expr(node.pattern)}{guard}:", node.body)

    def do_Raise(self, node):
        if not node.exc and node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        cause = f" from {self.expr(node.cause)}" if node.cause else ""
        self.line(f"raise {self.expr(node.exc)}{cause}" if node.exc else "raise")

    def do_Try(self, node, word="except"):
        self.body("try:", node.body)
        for handler in node.handlers:
            self.handler(handler, word)
        self.rest("else:", node.orelse)
        self.rest("finally:", node.finalbody)

    def do_TryStar(self, node):
        self.do_Try(node, "except*")

    def handler(self, node, word):
        head = word + (f" {self.expr(node.type)}" if node.type else "") + (f" as {node.name}" if node.name else "")
        self.body(head + ":", node.body)

    def do_Assert(self, node):
        self.line(f"assert {self.expr(node.test)}" + (f", {self.expr(node.msg)}" if node.msg else ""))

    def do_Import(self, node):
        self.line("import " + self.several(node.names))

    def do_ImportFrom(self, node):
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {self.several(node.names)}")

    def do_Global(self, node):
        self.line("global " + ", ".join(node.names))

    def do_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def do_Expr(self, node):
        self.line(self.expr(node.value, YIELD))

    def do_Pass(self, node):
        self.line("pass")

    def do_Break(self, node):
        self.line("break")

    def do_Continue(self, node):
        self.line("continue")


def enclosed(text, needed):
    return f"({text})" if needed else text
