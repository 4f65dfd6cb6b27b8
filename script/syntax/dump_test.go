package syntax

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"
)

// dump writes a tree the way testdata/record.py writes CPython's.
func dump(m *Module) string {
	var b strings.Builder
	fmt.Fprintf(&b, "(Module %d ", m.Mode)
	dumpValue(&b, reflect.ValueOf(m.Body))
	b.WriteString(")")
	return b.String()
}

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 32 && c < 127 && c != '"' && c != '\\' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "\\x%02x", c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func dumpConstant(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		return fmt.Sprint(v)
	case EllipsisValue:
		return "Ellipsis"
	case int64:
		return fmt.Sprintf("0x%x", v)
	case *big.Int:
		return fmt.Sprintf("0x%x", v)
	case float64:
		return fmt.Sprintf("f%016x", math.Float64bits(v))
	case complex128:
		return fmt.Sprintf("c%016x", math.Float64bits(imag(v)))
	case Bytes:
		return "b" + quote(string(v))
	case string:
		return quote(v)
	}
	panic(fmt.Sprintf("constant of type %T", v))
}

func dumpValue(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			b.WriteString("-")
			return
		}
		dumpValue(b, v.Elem())
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(' ')
			}
			dumpValue(b, v.Index(i))
		}
		b.WriteByte(']')
	case reflect.Struct:
		t := v.Type()
		b.WriteString("(" + t.Name())
		for i := range v.NumField() {
			f := v.Field(i)
			if s, ok := f.Interface().(Span); ok && t.Field(i).Anonymous {
				fmt.Fprintf(b, " %d:%d-%d:%d", s.Line, s.Col, s.EndLine, s.EndCol)
				continue
			}
			b.WriteByte(' ')
			if t.Field(i).Type == reflect.TypeFor[any]() {
				b.WriteString(dumpConstant(f.Interface()))
				continue
			}
			dumpValue(b, f)
		}
		b.WriteByte(')')
	case reflect.String:
		b.WriteString(quote(v.String()))
	case reflect.Bool:
		fmt.Fprint(b, v.Bool())
	case reflect.Uint8:
		fmt.Fprint(b, v.Uint())
	default:
		fmt.Fprint(b, v.Int())
	}
}
