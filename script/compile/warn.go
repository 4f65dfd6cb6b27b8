package compile

import (
	"fmt"

	"asyncio/script/syntax"
)

// warn notes what the programmer should be told of a piece of code. A finally
// clause is compiled more than once, its warning given once.
func (c *unit) warn(at syntax.Span, format string, args ...any) {
	w := syntax.Warning{Category: "SyntaxWarning", Msg: fmt.Sprintf(format, args...), File: c.code.File, Line: int(at.Line)}
	root := c
	for root.parent != nil {
		root = root.parent
	}
	for _, have := range root.code.Warnings {
		if have == w {
			return
		}
	}
	root.code.Warnings = append(root.code.Warnings, w)
}

// typeName is the type that an expression obviously has, empty for others.
func typeName(e syntax.Expr) string {
	switch n := e.(type) {
	case *syntax.Tuple:
		return "tuple"
	case *syntax.List, *syntax.ListComp:
		return "list"
	case *syntax.Dict, *syntax.DictComp:
		return "dict"
	case *syntax.Set, *syntax.SetComp:
		return "set"
	case *syntax.GeneratorExp:
		return "generator"
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr, *syntax.FormattedValue:
		return "str"
	case *syntax.Constant:
		switch v := n.Value.(type) {
		case nil:
			return "NoneType"
		case complex128:
			return "complex"
		default:
			return constValue(v).Ref.Class().Name
		}
	}
	return ""
}

// literal reports whether e is a constant that "is" should not compare with.
func literal(e syntax.Expr) bool {
	switch n := e.(type) {
	case *syntax.Constant:
		switch n.Value.(type) {
		case nil, bool, syntax.EllipsisValue:
			return false
		}
		return true
	case *syntax.Tuple:
		for _, x := range n.Elts {
			if _, ok := x.(*syntax.Constant); !ok {
				return false
			}
		}
		return true
	}
	return false
}

func (c *unit) checkCompare(n *syntax.Compare) {
	left := n.Left
	for i, op := range n.Ops {
		right := n.Comparators[i]
		if (op == syntax.Is || op == syntax.IsNot) && (literal(left) || literal(right)) {
			kind := right
			if literal(left) {
				kind = left
			}
			if op == syntax.Is {
				c.warn(n.Span, `"is" with '%s' literal. Did you mean "=="?`, typeName(kind))
			} else {
				c.warn(n.Span, `"is not" with '%s' literal. Did you mean "!="?`, typeName(kind))
			}
		}
		left = right
	}
}

func (c *unit) checkCall(fn syntax.Expr) {
	if _, ok := fn.(*syntax.Lambda); ok {
		return
	}
	if t := typeName(fn); t != "" {
		c.warn(fn.At(), "'%s' object is not callable; perhaps you missed a comma?", t)
	}
}

func (c *unit) checkSubscript(n *syntax.Subscript) {
	t := typeName(n.Value)
	switch t {
	case "":
		return
	case "str", "bytes", "tuple", "list":
		index := typeName(n.Index)
		if index != "" && index != "int" && index != "bool" {
			c.warn(n.Value.At(), "%s indices must be integers or slices, not %s; perhaps you missed a comma?", t, index)
		}
	case "dict", "bool":
	default:
		c.warn(n.Value.At(), "'%s' object is not subscriptable; perhaps you missed a comma?", t)
	}
}

func (c *unit) checkAssert(n *syntax.Assert) {
	if t, ok := n.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		c.warn(n.Span, "assertion is always true, perhaps remove parentheses?")
	}
}
