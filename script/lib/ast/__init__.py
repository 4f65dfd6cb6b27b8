"""Trees of Python's syntax: parsing, walking, changing and writing them."""

import builtins
import sys

from ast._nodes import *

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """Give the tree of a text."""
    flags = PyCF_ONLY_AST
    if optimize > 0:
        flags |= PyCF_OPTIMIZED_AST
    if type_comments:
        flags |= PyCF_TYPE_COMMENTS
        if isinstance(source, str) and "# type:" in source:
            raise NotImplementedError("ast.parse: type comments are not parsed here")
    if feature_version is None:
        feature_version = -1
    elif isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
        feature_version = minor
    if mode == "func_type":
        raise NotImplementedError("ast.parse: type comments of functions are not parsed here")
    return compile(source, filename, mode, flags, _feature_version=feature_version)


def _number(node):
    return isinstance(node, Constant) and type(node.value) in (int, float, complex)


def _signed(node):
    """The number of a node, and whether it is one, with a sign or without."""
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)) and _number(node.operand):
        value = node.operand.value
        return (+value if isinstance(node.op, UAdd) else -value), True
    return (node.value, True) if _number(node) else (None, False)


def _malformed(node):
    at = getattr(node, "lineno", None)
    where = f" on line {at}" if at else ""
    raise ValueError(f"malformed node or string{where}: {node!r}")


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, good = _signed(node.left)
        if not good:
            _malformed(node.left if not isinstance(node.left, UnaryOp) else node.left.operand)
        if not _number(node.right):
            _malformed(node.right)
        if isinstance(left, (int, float)) and isinstance(node.right.value, complex):
            return left + node.right.value if isinstance(node.op, Add) else left - node.right.value
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value, good = _signed(node)
        if not good:
            _malformed(node.operand)
        return value
    value, good = _signed(node)
    return value if good else _malformed(node)


def literal_eval(node_or_string):
    """Give the value of a text, or of an expression's tree, that has literals and displays of them only."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def iter_fields(node):
    """Give the name and value of each field that the node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Give the nodes right below a node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, AST))


def walk(node):
    """Give a node and all nodes below it, those nearer first."""
    from collections import deque

    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Show a tree as text that would make it."""
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def shown(x, depth):
        """The text, and whether it stands on one line."""
        if indent is None:
            start, between = "", ", "
        else:
            start = "\n" + indent * (depth + 1)
            between = "," + start
        if isinstance(x, AST):
            cls = type(x)
            parts, simple, positional, left_out = [], True, not annotate_fields, []
            for name in x._fields:
                try:
                    value = getattr(x, name)
                except AttributeError:
                    positional = False
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    positional = False
                    continue
                if not show_empty:
                    if value == []:
                        kind = getattr(cls, "_field_types", {}).get(name, object)
                        if getattr(kind, "__origin__", ...) is list:
                            if not positional:
                                continue
                            left_out.append(repr(value))
                            continue
                    if positional:
                        parts.extend(left_out)
                        left_out = []
                text, one = shown(value, depth + 1)
                simple = simple and one
                parts.append(text if positional else f"{name}={text}")
            if include_attributes and x._attributes:
                for name in x._attributes:
                    try:
                        value = getattr(x, name)
                    except AttributeError:
                        continue
                    if value is None and getattr(cls, name, ...) is None:
                        continue
                    text, one = shown(value, depth + 1)
                    simple = simple and one
                    parts.append(f"{name}={text}")
            if simple and len(parts) <= 3:
                return f"{cls.__name__}({', '.join(parts)})", not parts
            return f"{cls.__name__}({start}{between.join(parts)})", False
        if isinstance(x, list):
            if not x:
                return "[]", True
            return f"[{start}{between.join(shown(item, depth + 1)[0] for item in x)}]", False
        return repr(x), True

    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    return shown(node, 0)[0]


def copy_location(new_node, old_node):
    """Give a new node the place of an old one, and the new node."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith("end_")):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give each node without a place that of the node above it, and the tree."""

    def fix(node, line, col, end_line, end_col):
        if "lineno" in node._attributes:
            if hasattr(node, "lineno"):
                line = node.lineno
            else:
                node.lineno = line
        if "end_lineno" in node._attributes:
            if getattr(node, "end_lineno", None) is None:
                node.end_lineno = end_line
            else:
                end_line = node.end_lineno
        if "col_offset" in node._attributes:
            if hasattr(node, "col_offset"):
                col = node.col_offset
            else:
                node.col_offset = col
        if "end_col_offset" in node._attributes:
            if getattr(node, "end_col_offset", None) is None:
                node.end_col_offset = end_col
            else:
                end_col = node.end_col_offset
        for child in iter_child_nodes(node):
            fix(child, line, col, end_line, end_col)

    fix(node, 1, 0, 1, 0)
    return node


def increment_lineno(node, n=1):
    """Move a tree down by some lines, and give it."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """Give the docstring of a module, class or function, None without one."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect

        return inspect.cleandoc(value.value)
    return value.value


def _lines(source):
    """The lines of a text with their ends; a form feed ends none."""
    lines, start = [], 0
    i = 0
    while i < len(source):
        c = source[i]
        i += 1
        if c == "\r" and source[i:i + 1] == "\n":
            i += 1
        elif c not in "\r\n":
            continue
        lines.append(source[start:i])
        start = i
    if start < len(source):
        lines.append(source[start:])
    return lines


def get_source_segment(source, node, *, padded=False):
    """Give the text of a node, None when its place is not known."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _lines(source)
    padding = ""
    if padded:
        before = lines[first].encode()[:start].decode()
        padding = "".join(c if c in "\f\t" else " " for c in before)
    if first == last:
        return lines[first].encode()[start:end].decode()
    top = padding + lines[first].encode()[start:].decode()
    bottom = lines[last].encode()[:end].decode()
    return "".join([top, *lines[first + 1:last], bottom])


class NodeVisitor:
    """Calls visit_CLASS for each node where there is such a method."""

    def visit(self, node):
        """Visit a node."""
        return getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit the nodes below a node."""
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        import warnings

        value = node.value
        for cls, name in _old_visits.items():
            if isinstance(value, cls) and not (cls is int and isinstance(value, bool)):
                break
        else:
            name = "Ellipsis" if value is ... else None
        visit = name and getattr(self, "visit_" + name, None)
        if visit:
            warnings.warn(f"visit_{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
            return visit(node)
        return self.generic_visit(node)


_old_visits = {int: "Num", float: "Num", complex: "Num", str: "Str", bytes: "Bytes", type(None): "NameConstant", bool: "NameConstant"}


class NodeTransformer(NodeVisitor):
    """Puts what visiting a node gives in the node's place: a node, None for nothing, or in lists several."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                kept = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                old[:] = kept
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def unparse(ast_obj):
    """Write a tree as text that parses to it."""
    from ast._unparse import Writer

    return Writer().text(ast_obj)


def __getattr__(name):
    from ast import _old

    return _old.get(name)


def main():
    import argparse

    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec", choices=("exec", "single", "eval", "func_type"), help="specify what kind of code must be parsed")
    parser.add_argument("--no-type-comments", default=True, action="store_false", help="don't add information about type comments")
    parser.add_argument("-a", "--include-attributes", action="store_true", help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3, help="indentation of nodes (number of spaces)")
    args = parser.parse_args()
    if args.infile == "-":
        name, text = "<stdin>", sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, "rb") as f:
            text = f.read()
    print(dump(parse(text, name, args.mode), include_attributes=args.include_attributes, indent=args.indent))
