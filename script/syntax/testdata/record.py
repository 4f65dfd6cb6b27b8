"""Records what CPython's parser makes of Python text, for the tests of package syntax.

    record.py trees             snippets.txt -> trees.txt
    record.py errors            errors.txt -> errors.json
    record.py serve             reads paths, one a line; answers each with the tree
    record.py serve-errors      reads JSON strings, one a line; answers each with its error

The recorded files come from CPython 3.13.
"""

import ast
import json
import os
import struct
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
ENUMS = {}
for names in (
    "Load Store Del",
    "Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv",
    "Invert Not UAdd USub",
    "And Or",
    "Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn",
):
    for number, name in enumerate(names.split()):
        ENUMS[name] = str(number)

# Node name -> the name and the fields as the Go tree has them. A field that
# begins with '=' is a literal; one that begins with '~' is a name that may be
# missing.
NODES = {
    "Module": ("Module", "=0 body"),
    "FunctionDef": ("FunctionDef", "=false ~name type_params args returns body decorator_list"),
    "AsyncFunctionDef": ("FunctionDef", "=true ~name type_params args returns body decorator_list"),
    "ClassDef": ("ClassDef", "~name type_params bases keywords body decorator_list"),
    "Return": ("Return", "value"),
    "Delete": ("Delete", "targets"),
    "Assign": ("Assign", "targets value"),
    "AugAssign": ("AugAssign", "target op value"),
    "AnnAssign": ("AnnAssign", "target annotation value simple"),
    "TypeAlias": ("TypeAlias", "name type_params value"),
    "For": ("For", "=false target iter body orelse"),
    "AsyncFor": ("For", "=true target iter body orelse"),
    "While": ("While", "test body orelse"),
    "If": ("If", "test body orelse"),
    "With": ("With", "=false items body"),
    "AsyncWith": ("With", "=true items body"),
    "Match": ("Match", "subject cases"),
    "Raise": ("Raise", "exc cause"),
    "Try": ("Try", "=false body handlers orelse finalbody"),
    "TryStar": ("Try", "=true body handlers orelse finalbody"),
    "Assert": ("Assert", "test msg"),
    "Import": ("Import", "names"),
    "ImportFrom": ("ImportFrom", "~module names level"),
    "Global": ("Global", "names"),
    "Nonlocal": ("Nonlocal", "names"),
    "Expr": ("ExprStmt", "value"),
    "Pass": ("Pass", ""),
    "Break": ("Break", ""),
    "Continue": ("Continue", ""),
    "BoolOp": ("BoolOp", "op values"),
    "NamedExpr": ("NamedExpr", "target value"),
    "BinOp": ("BinOp", "left op right"),
    "UnaryOp": ("UnaryOp", "op operand"),
    "Lambda": ("Lambda", "args body"),
    "IfExp": ("IfExp", "test body orelse"),
    "Dict": ("Dict", "keys values"),
    "Set": ("Set", "elts"),
    "ListComp": ("ListComp", "elt generators"),
    "SetComp": ("SetComp", "elt generators"),
    "DictComp": ("DictComp", "key value generators"),
    "GeneratorExp": ("GeneratorExp", "elt generators"),
    "Await": ("Await", "value"),
    "Yield": ("Yield", "value"),
    "YieldFrom": ("YieldFrom", "value"),
    "Compare": ("Compare", "left ops comparators"),
    "Call": ("Call", "func args keywords"),
    "JoinedStr": ("JoinedStr", "values"),
    "FormattedValue": ("FormattedValue", "value conversion format_spec"),
    "Attribute": ("Attribute", "value ~attr ctx"),
    "Subscript": ("Subscript", "value slice ctx"),
    "Starred": ("Starred", "value ctx"),
    "Name": ("Name", "~id ctx"),
    "List": ("List", "elts ctx"),
    "Tuple": ("Tuple", "elts ctx"),
    "Slice": ("Slice", "lower upper step"),
    "arguments": ("Arguments", "posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults"),
    "arg": ("Arg", "~arg annotation"),
    "keyword": ("Keyword", "~arg value"),
    "alias": ("Alias", "~name ~asname"),
    "withitem": ("WithItem", "context_expr optional_vars"),
    "match_case": ("MatchCase", "pattern guard body"),
    "ExceptHandler": ("ExceptHandler", "type ~name body"),
    "comprehension": ("Comprehension", "target iter ifs is_async"),
    "TypeVar": ("TypeParam", "=0 ~name bound default_value"),
    "ParamSpec": ("TypeParam", "=1 ~name =- default_value"),
    "TypeVarTuple": ("TypeParam", "=2 ~name =- default_value"),
    "MatchValue": ("MatchValue", "value"),
    "MatchSequence": ("MatchSequence", "patterns"),
    "MatchMapping": ("MatchMapping", "keys patterns ~rest"),
    "MatchClass": ("MatchClass", "cls patterns kwd_attrs kwd_patterns"),
    "MatchStar": ("MatchStar", "~name"),
    "MatchAs": ("MatchAs", "pattern ~name"),
    "MatchOr": ("MatchOr", "patterns"),
}
NODES = {k: (n, f.split()) for k, (n, f) in NODES.items()}
FLAGS = {("AnnAssign", "simple"), ("comprehension", "is_async")}


def quoted(data):
    out = []
    for b in data:
        out.append(chr(b) if 32 <= b < 127 and b not in b'"\\' else "\\x%02x" % b)
    return '"' + "".join(out) + '"'


def constant(v):
    if v is None or v is True or v is False:
        return {None: "None", True: "true", False: "false"}[v]
    if v is ...:
        return "Ellipsis"
    if isinstance(v, int):
        return "0x%x" % v
    if isinstance(v, float):
        return "f" + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "c" + struct.pack(">d", v.imag).hex()
    if isinstance(v, bytes):
        return "b" + quoted(v)
    return quoted(v.encode("utf-8", "surrogatepass"))


def dump(v, out):
    if isinstance(v, ast.AST):
        kind = type(v).__name__
        if kind in ENUMS:
            out.append(ENUMS[kind])
            return
        where = ""
        if hasattr(v, "lineno"):
            where = " %d:%d-%d:%d" % (v.lineno, v.col_offset, v.end_lineno, v.end_col_offset)
        if kind == "Constant":
            u = "true" if v.kind == "u" else "false"
            out.append("(Constant%s %s %s)" % (where, constant(v.value), u))
            return
        if kind == "MatchSingleton":
            out.append("(MatchSingleton%s %s)" % (where, constant(v.value)))
            return
        name, fields = NODES[kind]
        out.append("(" + name + where)
        for field in fields:
            out.append(" ")
            if field[0] == "=":
                out.append(field[1:])
            elif field[0] == "~":
                out.append(quoted((getattr(v, field[1:]) or "").encode()))
            elif (kind, field) in FLAGS:
                out.append("true" if getattr(v, field) else "false")
            else:
                dump(getattr(v, field), out)
        out.append(")")
    elif isinstance(v, list):
        out.append("[")
        for i, item in enumerate(v):
            if i:
                out.append(" ")
            dump(item, out)
        out.append("]")
    elif v is None:
        out.append("-")
    elif isinstance(v, str):
        out.append(quoted(v.encode()))
    else:
        out.append(str(v))


def tree(source):
    out = []
    dump(compile(source, "<text>", "exec", ast.PyCF_ONLY_AST), out)
    return "".join(out)


def error(source, mode="exec"):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<text>", mode, ast.PyCF_ONLY_AST)
    except SyntaxError as e:
        return {
            "kind": type(e).__name__, "msg": e.msg, "line": e.lineno, "col": e.offset,
            "end_line": e.end_lineno, "end_col": e.end_offset, "text": e.text,
        }
    except Exception as e:
        return {"kind": type(e).__name__, "msg": str(e)}
    return None


def chunks(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        text = f.read()
    return [c.strip("\n") + "\n" for c in text.split("\n----\n")]


def main():
    warnings.simplefilter("ignore")
    what = sys.argv[1]
    if what == "trees":
        with open(os.path.join(HERE, "trees.txt"), "w", encoding="utf-8") as f:
            for c in chunks("snippets.txt"):
                f.write(tree(c) + "\n")
    elif what == "errors":
        out = []
        for c in chunks("errors.txt"):
            # A trailing mark stands for what an editor would take away.
            source = c.removesuffix("\n").replace("\\EOF", "").replace("\\TAB", "\t")
            if not c.rstrip("\n").endswith("\\EOF"):
                source += "\n"
            e = error(source)
            assert e is not None, source
            e["source"] = source
            out.append(e)
        with open(os.path.join(HERE, "errors.json"), "w", encoding="utf-8") as f:
            json.dump(out, f, indent=1)
            f.write("\n")
    elif what == "serve":
        for line in sys.stdin:
            try:
                with open(line.rstrip("\n"), "rb") as f:
                    answer = tree(f.read())
            except SyntaxError as e:
                answer = "!" + json.dumps([type(e).__name__, e.msg, e.lineno, e.offset])
            except Exception as e:
                answer = "!" + json.dumps([type(e).__name__, str(e), 0, 0])
            print(answer, flush=True)
    elif what == "serve-errors":
        for line in sys.stdin:
            print(json.dumps(error(json.loads(line))), flush=True)


main()
