package astmod

import (
	"reflect"

	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

// deepest is how deep a tree of objects may be, which may refer to itself.
const deepest = 2000

// reader makes a tree of Python objects.
type reader struct {
	*nodes
	t     *thread
	depth int
}

// modes are the classes of whole texts.
var modes = [...]string{syntax.Exec: "Module", syntax.Eval: "Expression", syntax.Single: "Interactive"}

// Tree reads the objects of a whole text, and checks that they are a tree that
// the parser could have made.
func Tree(t *thread, v value, mode syntax.Mode, file string) (*syntax.Module, error) {
	n, err := of(t)
	if err != nil {
		return nil, err
	}
	want := modes[mode]
	if !object.ClassOf(v).IsSubclass(n.classes[want]) {
		return nil, object.TypeError("expected %s node, got %s", want, object.ClassOf(v).Name)
	}
	r := &reader{nodes: n, t: t}
	m := &syntax.Module{Mode: mode, Source: syntax.NewSource(file, "")}
	body := classes().byName[want].fields[0]
	x, err := r.attribute(v, want, body)
	if err != nil {
		return nil, err
	}
	if mode == syntax.Eval {
		var e syntax.Expr
		if err := r.value(want, body, x, reflect.ValueOf(&e).Elem()); err != nil {
			return nil, err
		}
		m.Body = []syntax.Stmt{&syntax.ExprStmt{Span: e.At(), Value: e}}
	} else if err := r.list(want, body, x, reflect.ValueOf(&m.Body).Elem()); err != nil {
		return nil, err
	}
	return m, check(m)
}

// attribute gives a node's field; what is not there is None where it may be,
// and an empty list where that is meant.
func (r *reader) attribute(v value, class string, f field) (value, error) {
	x, err := object.GetAttr(r.t, v, f.name)
	if err == nil || !object.IsInstance(err, object.AttributeErrorClass) {
		return x, err
	}
	switch {
	case f.many:
		return object.Obj(object.NewList(nil)), nil
	case f.optional:
		return object.None, nil
	case f.kind == "expr_context":
		return r.single("Load"), nil
	}
	return value{}, object.TypeError("required field \"%s\" missing from %s", f.name, class)
}

func (r *reader) list(class string, f field, x value, into reflect.Value) error {
	l, ok := x.Ref.(*object.List)
	if !ok {
		return object.TypeError("%s field \"%s\" must be a list, not a %s", class, f.name, object.ClassOf(x).Name)
	}
	items := append([]value(nil), l.Items...)
	out := reflect.MakeSlice(into.Type(), len(items), len(items))
	f.many = false
	for i, item := range items {
		if item.IsNone() && !f.optional {
			if what := map[string]string{"expr": "expression", "stmt": "statement", "pattern": "pattern"}[f.kind]; what != "" {
				return object.ValueError("None disallowed in %s list", what)
			}
		}
		if err := r.value(class, f, item, out.Index(i)); err != nil {
			return err
		}
	}
	if len(items) > 0 {
		into.Set(out)
	}
	return nil
}

// value reads one field's value, or one item of its list.
func (r *reader) value(class string, f field, x value, into reflect.Value) error {
	if x.IsNone() && f.kind != "constant" {
		switch kind := classes().byName[f.kind]; {
		case f.optional:
			return nil
		case kind != nil && kind.enum():
			return object.TypeError("expected some sort of %s, but got None", f.kind)
		}
		return object.ValueError("field '%s' is required for %s", f.name, class)
	}
	switch f.kind {
	case "identifier":
		s, ok := object.StrOf(x)
		if !ok {
			return object.TypeError("AST identifier must be of type str")
		}
		switch s {
		case "None", "True", "False":
			return object.ValueError("identifier field can't represent '%s' constant", s)
		}
		into.SetString(s)
		return nil
	case "string":
		s, ok := object.StrOf(x)
		if !ok && object.ClassOf(x) != object.BytesClass {
			return object.TypeError("AST string must be of type str")
		}
		if into.Kind() == reflect.Bool {
			into.SetBool(s == "u")
		}
		return nil
	case "int":
		n, err := r.integer(x)
		if err != nil {
			return err
		}
		switch {
		case into.Kind() == reflect.Bool:
			into.SetBool(n != 0)
		case into.OverflowInt(n):
			return object.ValueError("invalid integer value: %d", n)
		default:
			into.SetInt(n)
		}
		return nil
	case "constant":
		return r.constant(x, into)
	}
	kind := classes().byName[f.kind]
	if !kind.enum() {
		return r.node(kind, x, into)
	}
	c, err := r.classOf(kind, x)
	if err == nil {
		into.SetUint(uint64(c.index))
	}
	return err
}

func (r *reader) integer(x value) (int64, error) {
	if n, ok := object.IntOf(x); ok {
		return n, nil
	}
	text, err := object.ReprText(r.t, x)
	if err != nil {
		return 0, err
	}
	return 0, object.ValueError("invalid integer value: %s", text)
}

// classOf gives which class of a kind an object is of.
func (r *reader) classOf(kind *class, x value) (*class, error) {
	cls := object.ClassOf(x)
	members := kind.members
	if len(members) == 0 {
		members = []*class{kind}
	}
	for _, c := range members {
		if cls.IsSubclass(r.classes[c.name]) {
			return c, nil
		}
	}
	text, err := object.ReprText(r.t, x)
	if err != nil {
		return nil, err
	}
	return nil, object.TypeError("expected some sort of %s, but got %s", kind.name, text)
}

// node reads a node that has fields.
func (r *reader) node(kind *class, x value, into reflect.Value) error {
	if r.depth++; r.depth > deepest {
		return object.Raise(object.RecursionErrorClass, "maximum recursion depth exceeded while traversing '%s' node", kind.name)
	}
	defer func() { r.depth-- }()
	var at syntax.Span
	if kind.located {
		var err error
		if at, err = r.span(kind, x); err != nil {
			return err
		}
	}
	c, err := r.classOf(kind, x)
	if err != nil {
		return err
	}
	p := reflect.New(c.typ)
	node := p.Elem()
	if kind.located {
		node.Field(0).Set(reflect.ValueOf(at))
	}
	if c.flag >= 0 {
		if v := node.Field(c.flag); v.Kind() == reflect.Bool {
			v.SetBool(c.set == 1)
		} else {
			v.SetUint(uint64(c.set))
		}
	}
	for _, f := range c.fields {
		v, err := r.attribute(x, c.name, f)
		if err != nil {
			return err
		}
		switch {
		case f.at < 0: // a comment, which means nothing
		case f.many:
			err = r.list(c.name, f, v, node.Field(f.at))
		default:
			err = r.value(c.name, f, v, node.Field(f.at))
		}
		if err != nil {
			return err
		}
	}
	return place(p, into)
}

// place sets a field to a node. A format that is no f-string becomes one.
func place(p, into reflect.Value) error {
	if c, ok := p.Interface().(*syntax.Constant); ok {
		if many, ok := c.Value.([]syntax.Expr); ok {
			p = reflect.ValueOf(&syntax.Tuple{Span: c.Span, Elts: many})
		}
	}
	if l, ok := p.Interface().(*syntax.Lambda); ok {
		for _, a := range resolve.AllArgs(l.Args) {
			a.Annotation = nil // as CPython, which has nothing to keep them in
		}
	}
	switch e, isExpr := p.Interface().(syntax.Expr); {
	case p.Type().AssignableTo(into.Type()):
		into.Set(p)
	case isExpr && into.Type() == reflect.TypeFor[*syntax.JoinedStr]():
		if _, text := e.(*syntax.Constant); !text {
			e = &syntax.FormattedValue{Span: e.At(), Value: e, Conversion: syntax.NoConversion}
		}
		into.Set(reflect.ValueOf(&syntax.JoinedStr{Span: e.At(), Values: []syntax.Expr{e}}))
	default:
		return object.TypeError("expected some sort of %s, but got %s", into.Type().Elem().Name(), p.Type().Elem().Name())
	}
	return nil
}

// span reads the place of a node.
func (r *reader) span(kind *class, x value) (syntax.Span, error) {
	var n [4]int64
	for i, name := range places {
		v, err := object.GetAttr(r.t, x, name)
		missing := err != nil && object.IsInstance(err, object.AttributeErrorClass)
		switch {
		case err != nil && !missing:
			return syntax.Span{}, err
		case (missing || v.IsNone()) && i >= 2 && !kind.required:
			n[i] = n[i-2]
			continue
		case missing:
			return syntax.Span{}, object.TypeError("required field \"%s\" missing from %s", name, kind.name)
		}
		if n[i], err = r.integer(v); err != nil {
			return syntax.Span{}, err
		}
		if n[i] != int64(int32(n[i])) {
			return syntax.Span{}, object.Raise(object.OverflowErrorClass, "Python int too large to convert to C int")
		}
	}
	switch {
	case n[0] > n[2]:
		return syntax.Span{}, object.ValueError("AST node line range (%d, %d) is not valid", n[0], n[2])
	case n[0] < 0 && n[2] != n[0], n[1] < 0 && n[1] != n[3]:
		return syntax.Span{}, object.ValueError("AST node column range (%d, %d) for line range (%d, %d) is not valid", n[1], n[3], n[0], n[2])
	case n[0] == n[2] && n[1] > n[3]:
		return syntax.Span{}, object.ValueError("line %d, column %d-%d is not a valid range", n[0], n[1], n[3])
	}
	return syntax.Span{Line: int32(n[0]), Col: int32(n[1]), EndLine: int32(n[2]), EndCol: int32(n[3])}, nil
}

// constant reads a literal's value. A tuple becomes a display of its items.
func (r *reader) constant(x value, into reflect.Value) error {
	v, ok := literal(x)
	if tuple, isTuple := x.Ref.(*object.Tuple); isTuple && !ok {
		items := make([]syntax.Expr, len(tuple.Items))
		for i, item := range tuple.Items {
			c := &syntax.Constant{}
			if err := r.constant(item, reflect.ValueOf(&c.Value).Elem()); err != nil {
				return err
			}
			if err := place(reflect.ValueOf(c), reflect.ValueOf(&items[i]).Elem()); err != nil {
				return err
			}
		}
		v, ok = items, true
	}
	if !ok {
		return object.TypeError("got an invalid type in Constant: %s", object.ClassOf(x).Name)
	}
	if v != nil {
		into.Set(reflect.ValueOf(v))
	}
	return nil
}

// literal gives the parser's value of a constant.
func literal(x value) (any, bool) {
	switch object.ClassOf(x) {
	case object.NoneClass:
		return nil, true
	case object.EllipsisClass:
		return syntax.EllipsisValue{}, true
	case object.BoolClass:
		n, _ := object.IntOf(x)
		return n != 0, true
	case object.IntClass:
		if n, ok := object.IntOf(x); ok {
			return n, true
		}
		return object.BigOf(x)
	case object.FloatClass:
		return object.FloatOf(x)
	case object.ComplexClass:
		c, ok := x.Ref.(*object.Complex)
		if !ok {
			return nil, false
		}
		return c.V, true
	case object.StrClass:
		return object.StrOf(x)
	case object.BytesClass:
		b, ok := object.BufferOf(x)
		return syntax.Bytes(b), ok
	}
	return nil, false
}
