package resolve

import (
	"fmt"
	"math"
	"math/big"

	"asyncio/script/number"
	"asyncio/script/syntax"
	"asyncio/script/text"
)

// keywords refuses a keyword argument that is given twice.
func (b *builder) keywords(list []*syntax.Keyword) {
	seen := map[string]bool{}
	for _, k := range list {
		if k.Name == "" {
			continue
		}
		if k.Name == "__debug__" {
			b.fail(k.Span, "cannot assign to __debug__")
		}
		if seen[k.Name] {
			b.fail(k.Span, "keyword argument repeated: %s", k.Name)
		}
		seen[k.Name] = true
	}
}

// plain refuses a starred expression where there is nothing to spread it in.
func (b *builder) plain(e syntax.Expr) {
	if s, ok := e.(*syntax.Starred); ok {
		b.fail(s.Span, "can't use starred expression here")
	}
}

// targets refuses stars in an assignment that have no list to fill.
func (b *builder) targets(list []syntax.Expr) {
	for _, t := range list {
		if s, ok := t.(*syntax.Starred); ok {
			b.fail(s.Span, "starred assignment target must be in a list or tuple")
		}
		b.oneStar(t)
	}
}

func (b *builder) oneStar(t syntax.Expr) {
	var elts []syntax.Expr
	switch n := t.(type) {
	case *syntax.Tuple:
		elts = n.Elts
	case *syntax.List:
		elts = n.Elts
	}
	stars := 0
	for _, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			if stars++; stars > 1 {
				b.fail(t.At(), "multiple starred expressions in assignment")
			}
			e = s.Value
		}
		b.oneStar(e)
	}
}

// futures are the names that may be imported from __future__.
var futures = map[string]bool{"nested_scopes": true, "generators": true, "division": true, "absolute_import": true,
	"with_statement": true, "print_function": true, "unicode_literals": true, "barry_as_FLUFL": true, "generator_stop": true, "annotations": true}

// future looks at the imports from __future__, which come before all else.
func (b *builder) future(m *syntax.Module) {
	early := true
	for i, s := range m.Body {
		switch n := s.(type) {
		case *syntax.ImportFrom:
			if n.Module != "__future__" || n.Level != 0 {
				early = false
				continue
			}
			if !early {
				b.fail(n.Span, "from __future__ imports must occur at the beginning of the file")
			}
			for _, a := range n.Names {
				at := syntax.Span{Line: n.Line, Col: n.Col, EndLine: n.Line, EndCol: -1}
				if a.Name == "braces" {
					b.fail(at, "not a chance")
				} else if !futures[a.Name] {
					b.fail(at, "future feature %s is not defined", a.Name)
				}
				b.table.StringAnnotations = b.table.StringAnnotations || a.Name == "annotations"
			}
		case *syntax.ExprStmt:
			k, ok := n.Value.(*syntax.Constant)
			if !ok || i > 0 {
				early = false
				continue
			}
			if _, ok := k.Value.(string); !ok {
				early = false
			}
		default:
			early = false
		}
	}
}

// cases refuses patterns behind one that always matches.
func (b *builder) cases(list []*syntax.MatchCase) {
	for i, c := range list {
		if i < len(list)-1 && c.Guard == nil {
			b.reachable(c.Pattern)
		}
		b.captures(c.Pattern, map[string]bool{})
	}
}

func (b *builder) reachable(p syntax.Pattern) {
	if or, ok := p.(*syntax.MatchOr); ok {
		p = or.Patterns[len(or.Patterns)-1] // the others are looked at for themselves
	}
	as, ok := p.(*syntax.MatchAs)
	for ok && as.Pattern != nil {
		as, ok = as.Pattern.(*syntax.MatchAs)
	}
	switch {
	case !ok:
	case as.Name == "":
		b.fail(as.Span, "wildcard makes remaining patterns unreachable")
	default:
		b.fail(as.Span, "name capture '%s' makes remaining patterns unreachable", as.Name)
	}
}

// captures refuses a name that is bound twice in one pattern, and alternatives
// that bind different names.
func (b *builder) captures(p syntax.Pattern, seen map[string]bool) {
	bind := func(name string) {
		if name == "" {
			return
		}
		if seen[name] {
			b.fail(p.At(), "multiple assignments to name '%s' in pattern", name)
		}
		seen[name] = true
	}
	all := func(list []syntax.Pattern) {
		for _, q := range list {
			b.captures(q, seen)
		}
	}
	switch n := p.(type) {
	case *syntax.MatchSequence:
		stars := 0
		for _, q := range n.Patterns {
			if _, ok := q.(*syntax.MatchStar); ok {
				stars++
			}
		}
		if stars > 1 {
			b.fail(n.Span, "multiple starred names in sequence pattern")
		}
		all(n.Patterns)
	case *syntax.MatchValue:
		if f, ok := n.Value.(*syntax.JoinedStr); ok {
			b.fail(f.Span, "patterns may only match literals and attribute lookups")
		}
	case *syntax.MatchMapping:
		b.distinct(n)
		all(n.Patterns)
		bind(n.Rest)
	case *syntax.MatchClass:
		all(n.Patterns)
		all(n.KwdPatterns)
		attrs := map[string]bool{}
		for i, name := range n.KwdAttrs {
			if attrs[name] {
				b.fail(n.KwdPatterns[i].At(), "attribute name repeated in class pattern: %s", name)
			}
			attrs[name] = true
		}
	case *syntax.MatchStar:
		bind(n.Name)
	case *syntax.MatchAs:
		if n.Pattern != nil {
			b.captures(n.Pattern, seen)
		}
		bind(n.Name)
	case *syntax.MatchOr:
		var first map[string]bool
		for i, q := range n.Patterns {
			if i < len(n.Patterns)-1 {
				b.reachable(q)
			}
			own := map[string]bool{}
			b.captures(q, own)
			if first == nil {
				first = own
			} else if !sameNames(first, own) {
				b.fail(n.Span, "alternative patterns bind different names")
			}
		}
		for name := range first {
			bind(name)
		}
	}
}

func sameNames(a, b map[string]bool) bool {
	for n := range a {
		if !b[n] {
			return false
		}
	}
	return len(a) == len(b)
}

// distinct refuses a mapping pattern that asks for one key twice.
func (b *builder) distinct(n *syntax.MatchMapping) {
	seen := map[any]bool{}
	for _, key := range n.Keys {
		if _, ok := key.(*syntax.JoinedStr); ok {
			b.fail(n.Span, "mapping pattern keys may only match literals and attribute lookups")
		}
		same, repr := keyValue(key)
		if same == nil {
			continue
		}
		if seen[same] {
			b.fail(n.Span, "mapping pattern checks duplicate key (%s)", repr)
		}
		seen[same] = true
	}
}

// keyValue gives a literal key's repr, and what is the same for keys that are
// equal in Python, as 0, False and 0.0 are; nil for keys that are compared when
// the program runs.
func keyValue(key syntax.Expr) (same any, repr string) {
	negative := false
	if minus, ok := key.(*syntax.UnaryOp); ok && minus.Op == syntax.USub {
		key, negative = minus.Operand, true
	}
	literal, ok := key.(*syntax.Constant)
	if !ok {
		return nil, ""
	}
	switch v := literal.Value.(type) {
	case nil:
		return "None", "None"
	case string:
		return "str " + v, text.Repr(v)
	case syntax.Bytes:
		return "bytes " + string(v), text.BytesRepr(string(v))
	case bool:
		if v {
			return "1", "True"
		}
		return "0", "False"
	case int64:
		if negative {
			v = -v
		}
		return fmt.Sprint(v), fmt.Sprint(v)
	case *big.Int:
		if negative {
			v = new(big.Int).Neg(v)
		}
		return v.String(), v.String()
	case float64:
		if negative {
			v = -v
		}
		if v == math.Trunc(v) && !math.IsInf(v, 0) {
			whole, _ := big.NewFloat(v).Int(nil)
			return whole.String(), number.FloatRepr(v)
		}
		return number.FloatRepr(v), number.FloatRepr(v)
	}
	return nil, ""
}
