package astmod

import (
	"math/big"
	"reflect"

	"asyncio/script/object"
	"asyncio/script/syntax"
)

// builder makes Python objects of a tree.
type builder struct{ *nodes }

// module makes the object of a whole text.
func (b builder) module(m *syntax.Module) value {
	switch m.Mode {
	case syntax.Eval:
		return b.made("Expression", b.node(reflect.ValueOf(m.Body[0].(*syntax.ExprStmt).Value)))
	case syntax.Single:
		return b.made("Interactive", b.list(field{kind: "stmt"}, reflect.ValueOf(m.Body)))
	}
	return b.made("Module", b.list(field{kind: "stmt"}, reflect.ValueOf(m.Body)), object.Obj(object.NewList(nil)))
}

// made makes a node of its fields' values.
func (b builder) made(name string, fields ...value) value {
	o := object.NewInstance(b.classes[name])
	for i, v := range fields {
		o.Set(classes().byName[name].fields[i].name, v)
	}
	return object.Obj(o)
}

// node makes the object of a node, None of one that is left out.
func (b builder) node(v reflect.Value) value {
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return object.None
		}
		v = v.Elem()
	}
	all := classes().byType[v.Type()]
	c := all[0]
	for _, other := range all {
		if other.flag >= 0 && number(v.Field(other.flag)) == other.set {
			c = other
		}
	}
	o := object.NewInstance(b.classes[c.name])
	for _, f := range c.fields {
		o.Set(f.name, b.field(f, v))
	}
	if c.located {
		at := v.FieldByIndex([]int{0}).Interface().(syntax.Span)
		for i, n := range [...]int32{at.Line, at.Col, at.EndLine, at.EndCol} {
			o.Set(places[i], object.Int(int64(n)))
		}
	}
	return object.Obj(o)
}

// places are the attributes of nodes that have a place.
var places = [...]string{"lineno", "col_offset", "end_lineno", "end_col_offset"}

func (b builder) field(f field, node reflect.Value) value {
	switch {
	case f.at >= 0 && f.many:
		return b.list(f, node.Field(f.at))
	case f.at >= 0:
		return b.value(f, node.Field(f.at))
	case f.many:
		return object.Obj(object.NewList(nil))
	}
	return object.None
}

func (b builder) list(f field, v reflect.Value) value {
	items := make([]value, v.Len())
	for i := range items {
		items[i] = b.value(f, v.Index(i))
	}
	return object.Obj(object.NewList(items))
}

func (b builder) value(f field, v reflect.Value) value {
	switch f.kind {
	case "identifier":
		if f.optional && v.String() == "" {
			return object.None
		}
		return object.String(v.String())
	case "string": // the prefix of a literal
		if v.Bool() {
			return object.String("u")
		}
		return object.None
	case "int":
		return object.Int(number(v))
	case "constant":
		return constant(v.Interface())
	}
	if kind := classes().byName[f.kind]; kind.enum() {
		return b.single(kind.members[v.Uint()].name)
	}
	return b.node(v)
}

// number gives a bool or number field as a number.
func number(v reflect.Value) int64 {
	switch {
	case v.Kind() == reflect.Bool && v.Bool():
		return 1
	case v.Kind() == reflect.Bool:
		return 0
	case v.CanUint():
		return int64(v.Uint())
	}
	return v.Int()
}

// constant makes the object of a literal's value.
func constant(x any) value {
	switch x := x.(type) {
	case bool:
		return object.Bool(x)
	case syntax.EllipsisValue:
		return object.Ellipsis
	case int64:
		return object.Int(x)
	case *big.Int:
		return object.BigValue(x)
	case float64:
		return object.Float(x)
	case complex128:
		return object.ComplexValue(x)
	case syntax.Bytes:
		return object.BytesValue([]byte(x))
	case string:
		return object.String(x)
	}
	return object.None
}
